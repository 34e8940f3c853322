#pragma once

#include "model/domain/ids.h"
#include "ui/shared/page_context.h"

#include <QWidget>

#include <memory>

class QAction;

namespace signalbox {

// The places of the window that exist so far, in the order of the rail for leads and supervisors.
enum class Place { Live, Work, Policies, Review, Insights, Contacts, Settings };

// The window: rail, top bar, menus, status line, banners and the places between them. What `context` refers to outlives it.
class MainWindow : public QWidget {
    Q_OBJECT

public:
    explicit MainWindow(const PageContext& context, QWidget* parent = nullptr);
    ~MainWindow() override;

    void show(Place place);
    Place shown() const;
    void openConversation(const ConversationId& conversation);
    // Opens the Why page on the conversation's last decision.
    void explain(const ConversationId& conversation);
    // Adds an action of app/ to the File menu ("Import…"), above Quit.
    void addFileAction(QAction* action);
    // Comes to the front, out of the taskbar if need be: what a second start of the program asks for.
    void comeToFront();
    // A note under the top bar until it is replaced or emptied: progress of an import, say.
    void setNotice(const QString& text);

protected:
    void closeEvent(QCloseEvent* event) override;

private:
    struct Parts;
    std::unique_ptr<Parts> m_parts;
};

}
