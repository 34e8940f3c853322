#pragma once

#include "ui/shared/prompts.h"

#include <QPointer>
#include <QWidget>

namespace signalbox {

// The questions as dialogs over the window. Whatever text comes in is shown as plain text.
class WindowPrompts final : public Prompts {
public:
    void setWindow(QWidget* window) { m_window = window; }

    bool confirm(const QString& question, const QString& actionLabel) override;
    std::optional<QString> askText(const QString& question, const QString& actionLabel) override;
    std::optional<QString> openFile(const QString& title, const QString& filter) override;
    std::optional<QString> saveFile(const QString& title, const QString& filter, const QString& suggestion) override;

    void readFile(const QString& file, QObject* receiver, std::function<void(const Result<std::string>&)> read) override;
    void writeFile(const QString& file, std::string bytes, QObject* receiver,
                   std::function<void(const Result<void>&)> written) override;

    // Something that needs to be known and cannot be answered.
    void tell(const QString& what);

private:
    QPointer<QWidget> m_window;
};

}
