#include "ui/contacts/contact_pane.h"

#include "ui/contacts/contact_card.h"
#include "ui/contacts/contact_words.h"
#include "ui/contacts/two_line_delegate.h"
#include "ui/shared/buttons.h"
#include "ui/shared/command_answers.h"
#include "ui/shared/console_model.h"
#include "ui/shared/console_port.h"
#include "ui/shared/empty_state.h"
#include "ui/shared/format_text.h"
#include "ui/shared/inline_message.h"
#include "ui/shared/panes.h"
#include "ui/shared/prompts.h"
#include "ui/shared/session.h"
#include "ui/shared/themed.h"

#include <QListView>
#include <QSplitter>
#include <QStackedLayout>
#include <QVBoxLayout>

namespace signalbox {

using namespace Qt::StringLiterals;

ContactPane::ContactPane(const PageContext& context, CommandAnswers& commands, QWidget* parent)
    : QWidget(parent), m_context(context), m_commands(commands), m_model(context.model, context.now),
      m_header(new PaneHeader(context.theme, {})), m_export(newButton(tr("Export…"), u"exportContact"_s)),
      m_erase(newButton(tr("Erase…"), u"eraseContact"_s)), m_message(new InlineMessage(context.theme, MessageKind::Info)),
      m_list(new QListView), m_card(new ContactCard(context)),
      m_empty(new EmptyState(context.theme, tr("Choose a contact to see their conversations.")))
{
    setSurface(*this, context.theme, ThemeColor::Panel);
    build();
    connect(&context.port, &ConsolePort::contactLoaded, this, &ContactPane::fill);
    connect(&context.port, &ConsolePort::contactExported, this, &ContactPane::keepExport);
    connect(&context.model, &ConsoleModel::sessionChanged, this, &ContactPane::showRights);
    connect(m_export, &QPushButton::clicked, this, &ContactPane::exportAll);
    connect(m_erase, &QPushButton::clicked, this, &ContactPane::erase);
    connect(m_card, &ContactCard::unlinkWanted, this, &ContactPane::unlink);
    connect(m_list, &QListView::activated, this,
            [this](const QModelIndex& index) { Q_EMIT opened(m_model.idAt(index.row())); });
    showRights();
}

void ContactPane::build()
{
    buildHead();
    buildList();
    auto* shown = new QWidget;
    auto* column = new QVBoxLayout(shown);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_message);
    QSplitter* splitter = newSplitter(Qt::Horizontal, u"contactSplitter"_s);
    splitter->addWidget(m_list);
    splitter->addWidget(m_card);
    splitter->setStretchFactor(0, 1);
    splitter->setChildrenCollapsible(false);
    m_list->setMinimumWidth(m_context.theme.px(280));
    m_card->setMinimumWidth(m_context.theme.px(248));
    splitter->setSizes({m_context.theme.px(560), m_context.theme.px(320)});
    column->addWidget(splitter, 1);
    m_stack = new QStackedLayout(this);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(shown);
}

void ContactPane::buildHead()
{
    m_header->setObjectName(u"contactHeader"_s);
    m_header->addRight(m_export);
    m_header->addRight(m_erase);
    m_message->setObjectName(u"contactMessage"_s);
    m_message->setDismissable(true);
    m_message->hide();
    connect(m_message, &InlineMessage::dismissed, m_message, &QWidget::hide);
}

void ContactPane::buildList()
{
    m_list->setObjectName(u"contactConversations"_s);
    m_list->setAccessibleName(tr("Conversations"));
    m_list->setModel(&m_model);
    m_list->setItemDelegate(new TwoLineDelegate(m_context.theme, ContactConversationsModel::DetailRole,
                                                ContactConversationsModel::AgeRole, m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setMouseTracking(true);
    m_list->setUniformItemSizes(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QListView::ScrollPerPixel);
    setSurface(*m_list->viewport(), m_context.theme, ThemeColor::Panel);
    connect(m_list, &QListView::clicked, this,
            [this](const QModelIndex& index) { Q_EMIT opened(m_model.idAt(index.row())); });
}

void ContactPane::show(const ContactId& contact)
{
    m_wanted = contact;
    m_message->hide();
    if (contact.empty())
        m_stack->setCurrentIndex(0);
    else
        m_context.port.loadContact(contact);
}

void ContactPane::reload()
{
    if (!m_wanted.empty())
        m_context.port.loadContact(m_wanted);
}

void ContactPane::fill(const ContactDetail& contact)
{
    if (contact.contact.id != m_wanted)
        return;
    m_contact = contact.contact;
    m_header->setTitle(contactName(m_contact));
    m_header->setDetail(line(m_contact.company));
    m_model.setRows(contact.conversations);
    m_card->show(contact);
    m_stack->setCurrentIndex(1);
}

void ContactPane::showRights()
{
    const bool may = m_context.session.mayEditSettings();
    m_erase->setEnabled(may);
    m_erase->setToolTip(may ? tr("Removes everything that is known of this person")
                            : tr("Team leads and supervisors erase contacts."));
    m_export->setToolTip(tr("Everything that is known of this person, as a file"));
}

void ContactPane::exportAll()
{
    const auto file = m_context.prompts.saveFile(tr("Export all that is known of %1").arg(contactConfirmation(m_contact)),
                                                 tr("JSON (*.json)"), u"contact-%1.json"_s.arg(text(m_contact.id.value)));
    if (!file)
        return;
    m_exportFile = *file;
    m_context.port.exportContact(m_contact.id);
}

void ContactPane::keepExport(const ContactId& contact, const std::string& json)
{
    const QString file = std::exchange(m_exportFile, {});
    if (file.isEmpty() || contact != m_contact.id)
        return;
    m_context.prompts.writeFile(file, json, this, [this, file](const Result<void>& written) {
        m_message->setKind(written ? MessageKind::Good : MessageKind::Bad);
        if (written)
            m_message->setText(tr("Exported."), file);
        else
            m_message->setText(tr("Nothing was exported."), text(written.error().message));
        m_message->show();
    });
}

void ContactPane::erase()
{
    const QString name = contactConfirmation(m_contact);
    const auto typed = m_context.prompts.askText(
        tr("Erase %1 for ever: every conversation, file and detail of theirs. Type “%1” to confirm.").arg(name),
        tr("Erase"));
    if (!typed)
        return;
    m_message->setKind(MessageKind::Bad);
    if (typed->trimmed() != name) {
        m_message->setText(tr("Nothing was erased."), tr("What you typed is not “%1”.").arg(name));
        return m_message->show();
    }
    m_commands.send(EraseContact{m_contact.id, m_context.session.agent}, [this] { Q_EMIT contactsChanged(); },
                    [this](const QString& why) {
                        m_message->setKind(MessageKind::Bad);
                        m_message->setText(tr("Nothing was erased."), why);
                        m_message->show();
                    });
}

void ContactPane::unlink(const LinkedVisitor& visitor)
{
    const QString name = visitor.name.empty() ? tr("this visitor") : line(visitor.name, 80);
    if (!m_context.prompts.confirm(
            tr("Is %1 another person? They will not be taken for %2 again by what proved it.").arg(name, contactName(m_contact)),
            tr("Not the same person")))
        return;
    m_commands.send(UnlinkVisitor{visitor.visitor, m_context.session.agent}, [this] { Q_EMIT contactsChanged(); },
                    [this](const QString& why) {
                        m_message->setKind(MessageKind::Bad);
                        m_message->setText(tr("The visitor was not taken apart."), why);
                        m_message->show();
                    });
}

}
