#pragma once

#include "app/composition.h"

#include <QString>
#include <QStringList>
#include <QTemporaryDir>

#include <atomic>
#include <filesystem>
#include <memory>
#include <vector>

namespace signalbox::test {

// A new company's desk: the console with its router on a new workspace, and the visitors that write to it.
class Desk {
public:
    // Fills the workspace with what the commands say, and opens the window with text of this size. Throws Slip.
    // Begins so many weeks ago.
    explicit Desk(std::vector<Command> workspace, double textScale = 1, std::chrono::weeks ago = {});
    ~Desk();

    QWidget& window() const { return *m_window; }
    void pass(microseconds time) { *m_passed += time.count(); }   // at once
    Instant now() const { return m_around->now(); }
    std::filesystem::path workspace() const { return file(QStringLiteral("desk.signalbox")).toStdString(); }
    QString file(const QString& name) const { return m_folder.filePath(name); }

    // A visitor comes, what is known of them is told, and they write; returns when the router has taken it in.
    void visitorWrites(const QString& name, Channel channel, const std::vector<ContextChange>& known,
                       const QString& text);
    void visitorAsksForPerson(const QString& name, Channel channel);
    // What this visitor has been sent by agents so far, oldest first.
    QStringList heardBy(const QString& name) const;

private:
    void openWorkspace(std::vector<Command> workspace, std::chrono::weeks ago);
    void submit(const VisitorInput& input);
    void listen();

    QTemporaryDir m_folder;
    std::unique_ptr<Surroundings> m_around;
    RouterHost* m_router = nullptr;   // the console's
    std::unique_ptr<Composition> m_console;
    QWidget* m_window = nullptr;
    std::shared_ptr<std::atomic<std::int64_t>> m_passed = std::make_shared<std::atomic<std::int64_t>>(0);
    int m_messages = 0;
    struct Heard;
    std::shared_ptr<Heard> m_heard;
};

}
