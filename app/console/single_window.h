#pragma once

#include <QLocalServer>
#include <QObject>

#include <filesystem>

namespace signalbox {

// Lets a second start on the same workspace bring this window to the front. Only the same user's programs are heard.
class SingleWindow : public QObject {
    Q_OBJECT

public:
    // To be made once the workspace's lock is held: whatever listened under this name before is dead.
    explicit SingleWindow(const std::filesystem::path& workspace, QObject* parent = nullptr);

    // Asks the program that shows the workspace to come to the front. False when none answered within a second.
    static bool raiseOther(const std::filesystem::path& workspace);

Q_SIGNALS:
    void raiseAsked();

private:
    void greet();

    QLocalServer m_server;
};

}
