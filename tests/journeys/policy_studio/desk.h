#pragma once

#include "app/composition.h"

#include <QString>
#include <QTemporaryDir>

#include <memory>
#include <vector>

namespace signalbox::test {

// A new company's desk: the console with its router on an empty workspace, and the visitors that write to it.
class Desk {
public:
    Desk();   // opens the window; throws Slip
    ~Desk();

    QWidget& window() const { return *m_window; }
    QString file(const QString& name) const { return m_folder.filePath(name); }

    // A visitor comes, what is known of them is told, and they write; returns when the router has taken it in.
    void visitorWrites(const QString& name, Channel channel, const std::vector<ContextChange>& known,
                       const QString& text);

private:
    void openWorkspace();
    void submit(const VisitorInput& input);

    QTemporaryDir m_folder;
    std::unique_ptr<Surroundings> m_around;
    RouterHost* m_router = nullptr;   // the console's
    std::unique_ptr<Composition> m_console;
    QWidget* m_window = nullptr;
};

}
