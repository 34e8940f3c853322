#include "ui/contacts/contacts_page.h"

#include "ui/contacts/contact_pane.h"
#include "ui/contacts/contacts_pane.h"
#include "ui/shared/command_answers.h"
#include "ui/shared/console_model.h"
#include "ui/shared/panes.h"
#include "ui/shared/themed.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QSplitter>

#include <algorithm>
#include <array>

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

// What may make somebody a contact, or name one.
constexpr std::array<std::string_view, 6> telling{"visitor.email", "visitor.phone",     "visitor.name",
                                                  "crm.phone",     "crm.contact_email", "visitor.company"};

}

ContactsPage::ContactsPage(const PageContext& context, QWidget* parent)
    : QWidget(parent), m_list(new ContactsPane(context)),
      m_contact(new ContactPane(context, *new CommandAnswers(context.port, context.model, this)))
{
    setObjectName(u"contactsPage"_s);
    setSurface(*this, context.theme, ThemeColor::Panel);
    QSplitter* splitter = newSplitter(Qt::Horizontal, u"contactsSplitter"_s, this);
    splitter->addWidget(m_list);
    splitter->addWidget(m_contact);
    splitter->setStretchFactor(1, 1);
    splitter->setChildrenCollapsible(false);
    m_list->setMinimumWidth(context.theme.px(232));
    splitter->setSizes({context.theme.px(320), context.theme.px(888)});
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(splitter);
    setFocusProxy(m_list);
    connect(&context.model, &ConsoleModel::changed, this, &ContactsPage::apply);
    connect(m_list, &ContactsPane::chosen, m_contact, &ContactPane::show);
    connect(m_contact, &ContactPane::opened, this, &ContactsPage::opened);
    connect(m_contact, &ContactPane::contactsChanged, this, &ContactsPage::reload);
}

void ContactsPage::showContact(const ContactId& contact)
{
    m_list->bringToFront(contact);
    m_contact->show(contact);
}

void ContactsPage::focusSearch() { m_list->focusSearch(); }

void ContactsPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    reload();
}

void ContactsPage::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Slash)
        focusSearch();
    else
        QWidget::keyPressEvent(event);
}

void ContactsPage::apply(const ChangeSet& changes)
{
    const bool told = std::ranges::any_of(changes.context, [](const auto& change) {
        return std::ranges::find(telling, std::string_view(change.second.attribute)) != telling.end();
    });
    if (isVisible() && (told || !changes.erased.empty()))
        reload();
}

void ContactsPage::reload()
{
    m_list->reload();
    m_contact->reload();
}

}
