#pragma once

#include <QString>
#include <optional>

namespace signalbox {

// Every question the window asks, so that tests can answer it. Used only for what cannot be undone, and for files.
class Prompts {
public:
    virtual ~Prompts() = default;
    virtual bool confirm(const QString& question, const QString& actionLabel) = 0;
    virtual std::optional<QString> askText(const QString& question, const QString& actionLabel) = 0;
    virtual std::optional<QString> openFile(const QString& title, const QString& filter) = 0;
    virtual std::optional<QString> saveFile(const QString& title, const QString& filter, const QString& suggestion) = 0;
};

}
