#pragma once

#include "ui/contacts/contacts_model.h"
#include "ui/shared/page_context.h"

#include <QWidget>

class QLineEdit;
class QListView;
class QStackedLayout;

namespace signalbox {

class EmptyState;
class PaneHeader;

// The contacts by a part of a name, company, e-mail or phone.
class ContactsPane : public QWidget {
    Q_OBJECT

public:
    explicit ContactsPane(const PageContext& context, QWidget* parent = nullptr);

    void reload();   // asks again for what is shown
    void bringToFront(const ContactId& contact);   // whatever was searched for
    ContactId chosenId() const;                    // empty: none
    void focusSearch();

Q_SIGNALS:
    void chosen(const signalbox::ContactId& contact);   // empty: none

private:
    void build();
    void choose(const ContactId& contact);
    void show(const QString& words, const std::vector<ContactRow>& rows);
    void tellChosen();

    PageContext m_context;
    ContactsModel m_model;
    PaneHeader* m_header;
    QLineEdit* m_search;
    QListView* m_list;
    QStackedLayout* m_stack = nullptr;
    EmptyState* m_empty;
    bool m_asked = false;   // an answer to these words is on its way
    QString m_askedWords;
    bool m_again = false;   // and will be out of date
    ContactId m_wanted;     // to be chosen when it is there
    ContactId m_told;
};

}
