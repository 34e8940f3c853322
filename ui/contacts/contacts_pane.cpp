#include "ui/contacts/contacts_pane.h"

#include "ui/contacts/two_line_delegate.h"
#include "ui/shared/console_port.h"
#include "ui/shared/empty_state.h"
#include "ui/shared/format_text.h"
#include "ui/shared/panes.h"
#include "ui/shared/themed.h"

#include <QLineEdit>
#include <QListView>
#include <QStackedLayout>
#include <QVBoxLayout>

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t mostFound = 500;   // what the port gives at once

}

ContactsPane::ContactsPane(const PageContext& context, QWidget* parent)
    : QWidget(parent), m_context(context), m_model(context.now), m_header(new PaneHeader(context.theme, tr("Contacts"))),
      m_search(new QLineEdit), m_list(new QListView), m_empty(new EmptyState(context.theme, {}))
{
    setSurface(*this, context.theme, ThemeColor::Raised);
    build();
    connect(&context.port, &ConsolePort::contactsFound, this, &ContactsPane::show);
    connect(m_search, &QLineEdit::textChanged, this, &ContactsPane::reload);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &ContactsPane::tellChosen);
}

void ContactsPane::build()
{
    const Theme& theme = m_context.theme;
    m_search->setObjectName(u"contactSearch"_s);
    m_search->setAccessibleName(tr("Search contacts"));
    m_search->setPlaceholderText(tr("Name, company, e-mail or phone"));
    m_search->setClearButtonEnabled(true);
    m_list->setObjectName(u"contactList"_s);
    m_list->setAccessibleName(tr("Contacts"));
    m_list->setModel(&m_model);
    m_list->setItemDelegate(new TwoLineDelegate(theme, ContactsModel::DetailRole, ContactsModel::AgeRole, m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setMouseTracking(true);
    m_list->setUniformItemSizes(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QListView::ScrollPerPixel);
    setSurface(*m_list->viewport(), m_context.theme, ThemeColor::Raised);
    m_empty->setObjectName(u"contactsEmpty"_s);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    auto* search = new QVBoxLayout;
    search->setContentsMargins(theme.px(12), theme.px(12), theme.px(12), theme.px(8));
    search->addWidget(m_search);
    column->addLayout(search);
    m_stack = new QStackedLayout;
    m_stack->addWidget(m_list);
    m_stack->addWidget(m_empty);
    column->addLayout(m_stack, 1);
    setFocusProxy(m_search);
}

void ContactsPane::reload()
{
    m_again = m_asked;
    if (m_asked)
        return;
    m_asked = true;
    m_askedWords = m_search->text().trimmed();
    m_context.port.findContacts(m_askedWords);
}

void ContactsPane::show(const QString& words, const std::vector<ContactRow>& rows)
{
    if (!m_asked || words != m_askedWords)
        return;   // somebody else asked that
    m_asked = false;
    if (m_again || words != m_search->text().trimmed())
        return reload();
    const ContactId before = m_wanted.empty() ? chosenId() : m_wanted;
    m_model.setRows(rows);
    m_header->setDetail(rows.empty()              ? QString()
                            : rows.size() < mostFound ? formatCount(qint64(rows.size()))
                                                      : tr("the %1 who wrote last").arg(formatCount(qint64(mostFound))));
    m_empty->setSentence(words.isEmpty()
                             ? tr("There are no contacts yet. A visitor becomes one when an e-mail address or a phone "
                                  "number says who they are.")
                             : tr("No contact has “%1” in the name, company, e-mail or phone.").arg(words));
    m_stack->setCurrentIndex(rows.empty() ? 1 : 0);
    if (m_model.rowOf(before) >= 0)
        choose(before);
    else if (!rows.empty() && m_wanted.empty())
        m_list->setCurrentIndex(m_model.index(0));
    tellChosen();
}

void ContactsPane::choose(const ContactId& contact)
{
    const int row = m_model.rowOf(contact);
    m_wanted = row < 0 ? contact : ContactId{};
    m_list->setCurrentIndex(row < 0 ? QModelIndex() : m_model.index(row));
}

ContactId ContactsPane::chosenId() const
{
    const QModelIndex index = m_list->currentIndex();
    return index.isValid() && index.row() < m_model.rowCount() ? m_model.at(index.row()).contact.id : ContactId{};
}

void ContactsPane::tellChosen()
{
    const ContactId now = chosenId();
    if (std::exchange(m_told, now) != now)
        Q_EMIT chosen(now);
}

void ContactsPane::bringToFront(const ContactId& contact)
{
    m_search->clear();
    choose(contact);
    reload();
}

void ContactsPane::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

}
