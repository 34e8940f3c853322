#pragma once

#include "ui/contacts/contact_conversations_model.h"
#include "model/domain/contact.h"
#include "ui/shared/page_context.h"

#include <QWidget>

class QListView;
class QPushButton;
class QStackedLayout;

namespace signalbox {

class CommandAnswers;
class ContactCard;
class EmptyState;
class InlineMessage;
class PaneHeader;

// One contact: their conversations, who they are, and what can be done for them on request.
class ContactPane : public QWidget {
    Q_OBJECT

public:
    ContactPane(const PageContext& context, CommandAnswers& commands, QWidget* parent = nullptr);

    void show(const ContactId& contact);   // empty: none
    void reload();

Q_SIGNALS:
    void opened(const signalbox::ConversationId& conversation);
    void contactsChanged();   // one was taken apart or erased

private:
    void build();
    void buildHead();
    void buildList();
    void fill(const ContactDetail& contact);
    void showRights();
    void exportAll();
    void keepExport(const ContactId& contact, const std::string& json);
    void erase();
    void unlink(const LinkedVisitor& visitor);

    PageContext m_context;
    CommandAnswers& m_commands;
    ContactConversationsModel m_model;
    PaneHeader* m_header;
    QPushButton* m_export;
    QPushButton* m_erase;
    InlineMessage* m_message;
    QListView* m_list;
    ContactCard* m_card;
    EmptyState* m_empty;
    QStackedLayout* m_stack = nullptr;
    ContactId m_wanted;        // shown, or on its way
    Contact m_contact;         // shown
    QString m_exportFile;      // where the export that is on its way goes
};

}
