#include "ui/settings/canned_pane.h"

#include "routing/rulebook/rulebook.h"
#include "ui/settings/form.h"
#include "ui/shared/command_answers.h"
#include "ui/shared/console_model.h"
#include "ui/shared/entry_list.h"
#include "ui/shared/format_text.h"
#include "ui/shared/panes.h"
#include "ui/shared/prompts.h"
#include "ui/shared/quiet_combo.h"
#include "ui/shared/session.h"
#include "ui/shared/undo_bar.h"

#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>

namespace signalbox {
namespace {

constexpr int longestShortcut = 40;   // characters
constexpr int longestTitle = 120;

QString titleOf(const CannedReply& reply)
{
    return QStringLiteral("/%1  %2").arg(line(reply.shortcut, longestShortcut), line(reply.title, 80));
}

}

CannedPane::CannedPane(const PageContext& context, CommandAnswers& commands, QWidget* parent)
    : QWidget(parent),
      m_context(context),
      m_commands(commands),
      m_list(new EntryList(context.theme, tr("Canned replies"), QStringLiteral("cannedList"), tr("Add"), this)),
      m_form(new Form(context.theme, this)),
      m_attribute(new QuietCombo(tr("Put in an attribute"), QStringLiteral("cannedAttribute"), this)),
      m_undo(new UndoBar(context.theme, this))
{
    build();
    connectParts();
    refreshList();
}

void CannedPane::build()
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    addPaneTop(*column, m_context.theme, tr("Canned replies"),
               tr("Type “/” and a few letters in a reply to put one in. Attributes in double braces are filled in from "
                  "the conversation."),
               this);
    m_shortcut = m_form->addLine(QStringLiteral("cannedShortcut"), tr("Shortcut"), longestShortcut,
                                 tr("Typed after “/”: letters, digits, - and _."));
    m_title = m_form->addLine(QStringLiteral("cannedTitle"), tr("Title"), longestTitle);
    m_text = m_form->addText(QStringLiteral("cannedText"), tr("Text"), 8,
                             tr("Plain text. Nothing is sent before you send it."));
    m_form->addField(m_attribute, tr("Attribute"), tr("Put in where the cursor stands in the text."));
    m_form->checkField(m_shortcut, [this] { return wrongShortcut(); });
    m_form->checkField(m_text, [this] {
        return m_text->toPlainText().trimmed().isEmpty() ? tr("Write what is to be said.") : QString();
    });
    m_remove = m_form->addFootButton(tr("Remove"), QStringLiteral("removeCanned"));
    QSplitter* splitter = newSplitter(Qt::Horizontal, QStringLiteral("cannedSplitter"), this);
    splitter->addWidget(m_list);
    splitter->addWidget(m_form);
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({m_context.theme.px(300), m_context.theme.px(700)});
    splitter->setChildrenCollapsible(false);
    column->addWidget(splitter, 1);
    column->addWidget(m_undo);
}

void CannedPane::connectParts()
{
    connect(m_form, &Form::edited, this,
            [this] { m_form->setChanged((m_adding || known(text(m_edited.shortcut))) && written() != m_edited); });
    connect(m_form, &Form::saveWanted, this, &CannedPane::save);
    connect(m_form, &Form::discardWanted, this, [this] {
        m_form->setChanged(false);
        m_adding = false;
        refreshList();
    });
    connect(m_attribute, &QComboBox::activated, this, [this](int index) {
        if (index > 0)
            m_text->insertPlainText(QStringLiteral("{{%1}}").arg(m_attribute->itemData(index).toString()));
        m_attribute->setCurrentIndex(0);
        m_text->setFocus(Qt::OtherFocusReason);
    });
    connect(m_remove, &QPushButton::clicked, this, &CannedPane::remove);
    connect(m_list, &EntryList::chosen, this, &CannedPane::show);
    connect(m_list, &EntryList::addWanted, this, &CannedPane::add);
    connect(&m_context.model, &ConsoleModel::changed, this, [this](const ChangeSet& changes) {
        if (changes.deskSettings || changes.rulebook)
            refreshList();
    });
    connect(&m_context.model, &ConsoleModel::sessionChanged, this, &CannedPane::refreshList);
}

const CannedReply* CannedPane::known(const QString& shortcut) const
{
    const auto& replies = m_context.model.deskSettings().cannedReplies;
    const auto found = std::ranges::find(replies, shortcut.toStdString(), &CannedReply::shortcut);
    return found == replies.end() ? nullptr : &*found;
}

QString CannedPane::wrongShortcut() const
{
    const QString shortcut = m_shortcut->text().trimmed();
    if (shortcut.isEmpty())
        return tr("Give it a few letters to call it by.");
    const auto fits = [](QChar c) { return c.isLetterOrNumber() || c == u'-' || c == u'_'; };
    if (!std::ranges::all_of(shortcut, fits))
        return tr("Use letters, digits, - and _ only.");
    if (shortcut.toStdString() != m_edited.shortcut && known(shortcut))
        return tr("Another canned reply has this shortcut.");
    return {};
}

void CannedPane::fillAttributes()
{
    m_attribute->clear();
    m_attribute->addItem(tr("Choose an attribute"));
    for (const auto& [name, attribute] : m_context.model.rulebook().attributes)
        m_attribute->addItem(line(name, 80), text(name));
}

void CannedPane::refreshList()
{
    fillAttributes();
    const auto& replies = m_context.model.deskSettings().cannedReplies;
    std::vector<ListedEntry> entries;
    for (const CannedReply& reply : replies)
        entries.push_back({text(reply.shortcut), titleOf(reply)});
    m_list->setEntries(entries);
    const QString why
        = m_context.session.mayEditSettings() ? QString() : tr("Team leads and supervisors edit canned replies.");
    m_list->setMayAdd(why.isEmpty(), why);
    if (!m_form->isChanged() && !m_adding) {
        const CannedReply* reply = known(text(m_edited.shortcut));
        edit(reply ? *reply : replies.empty() ? CannedReply{} : replies.front());
    }
    const bool none = m_edited.shortcut.empty() && !m_adding;
    m_form->setBlocked(!why.isEmpty() ? why
                           : none     ? tr("There are no canned replies yet. Add the first one.")
                                      : QString());
}

void CannedPane::edit(const CannedReply& reply)
{
    m_edited = reply;
    {
        const QSignalBlocker quiet(m_form);
        m_shortcut->setText(text(reply.shortcut));
        m_title->setText(text(reply.title));
        m_text->setPlainText(text(reply.text));
    }
    m_form->clearErrors();
    m_form->setChanged(false);
    m_remove->setEnabled(known(text(reply.shortcut)) && m_context.session.mayEditSettings());
    m_list->choose(text(reply.shortcut));
}

bool CannedPane::mayLeave()
{
    return !m_form->isChanged()
        || m_context.prompts.confirm(tr("Leave this reply without saving what you wrote?"), tr("Leave"));
}

void CannedPane::show(const QString& shortcut)
{
    if (!mayLeave()) {
        m_list->choose(text(m_edited.shortcut));
        return;
    }
    m_adding = false;
    if (const CannedReply* reply = known(shortcut))
        edit(*reply);
}

void CannedPane::add()
{
    if (!mayLeave())
        return;
    m_adding = true;
    edit({});
    m_form->setBlocked({});
    m_shortcut->setFocus(Qt::OtherFocusReason);
}

CannedReply CannedPane::written() const
{
    return {m_shortcut->text().trimmed().toStdString(), m_title->text().trimmed().toStdString(),
            m_text->toPlainText().trimmed().toStdString()};
}

void CannedPane::keep(DeskSettings settings, std::function<void()> done, const QString& refusal)
{
    std::ranges::sort(settings.cannedReplies, {}, &CannedReply::shortcut);
    m_commands.send(SaveDeskSettings{settings, m_context.session.agent}, std::move(done),
                    [this, refusal](const QString& why) { m_form->showRefusal(refusal, why); });
}

void CannedPane::save()
{
    const CannedReply reply = written();
    DeskSettings settings = m_context.model.deskSettings();
    std::erase_if(settings.cannedReplies,
                  [this](const CannedReply& each) { return each.shortcut == m_edited.shortcut; });
    settings.cannedReplies.push_back(reply);
    keep(
        settings,
        [this, reply] {
            m_adding = false;
            m_edited = reply;
            m_form->setChanged(written() != reply);
            refreshList();
            m_list->choose(text(reply.shortcut));
            m_form->showSaved(tr("Saved. Every desk has it from now on."));
        },
        tr("The reply was not saved."));
}

void CannedPane::remove()
{
    const CannedReply* stored = known(text(m_edited.shortcut));
    if (!stored)
        return;
    const CannedReply reply = *stored;
    DeskSettings settings = m_context.model.deskSettings();
    std::erase_if(settings.cannedReplies, [&](const CannedReply& each) { return each.shortcut == reply.shortcut; });
    keep(
        settings,
        [this, reply] {
            m_undo->offer(tr("Removed /%1").arg(line(reply.shortcut, longestShortcut)), [this, reply] {
                DeskSettings back = m_context.model.deskSettings();
                back.cannedReplies.push_back(reply);
                keep(back, {}, tr("It was not brought back."));
            });
        },
        tr("The reply was not removed."));
}

}
