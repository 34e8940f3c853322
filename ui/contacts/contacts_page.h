#pragma once

#include "model/domain/contact.h"
#include "ui/shared/page_context.h"

#include <QWidget>

namespace signalbox {

class CommandAnswers;
class ContactPane;
class ContactsPane;
struct ChangeSet;

// The contacts place: people over all their conversations.
class ContactsPage : public QWidget {
    Q_OBJECT

public:
    explicit ContactsPage(const PageContext& context, QWidget* parent = nullptr);

    void showContact(const ContactId& contact);
    void focusSearch();   // "/"

Q_SIGNALS:
    void opened(const signalbox::ConversationId& conversation);

protected:
    void showEvent(QShowEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void apply(const ChangeSet& changes);
    void reload();

    ContactsPane* m_list;
    ContactPane* m_contact;
};

}
