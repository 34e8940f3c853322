#include "ui/settings/faq_pane.h"

#include "ui/shared/entry_list.h"
#include "ui/settings/form.h"
#include "ui/shared/command_answers.h"
#include "ui/shared/console_model.h"
#include "ui/shared/format_text.h"
#include "ui/shared/panes.h"
#include "ui/shared/prompts.h"
#include "ui/shared/session.h"
#include "ui/shared/undo_bar.h"

#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSplitter>
#include <QUuid>
#include <QVBoxLayout>

#include <algorithm>

namespace signalbox {

FaqPane::FaqPane(const PageContext& context, CommandAnswers& commands, QWidget* parent)
    : QWidget(parent), m_context(context), m_commands(commands),
      m_list(new EntryList(context.theme, tr("Questions"), QStringLiteral("faqList"), tr("Add"), this)), m_form(new Form(context.theme, this)),
      m_undo(new UndoBar(context.theme, this))
{
    build();
    connect(m_form, &Form::edited, this, [this] { m_form->setChanged(!m_edited.id.empty() && written() != m_edited); });
    connect(m_form, &Form::saveWanted, this, &FaqPane::save);
    connect(m_form, &Form::discardWanted, this, [this] {
        if (known(text(m_edited.id.value)))
            edit(m_edited);
        else
            edit(m_context.model.faq().empty() ? FaqEntry{} : m_context.model.faq().front());
    });
    connect(m_remove, &QPushButton::clicked, this, &FaqPane::remove);
    connect(m_list, &EntryList::chosen, this, &FaqPane::show);
    connect(m_list, &EntryList::addWanted, this, &FaqPane::add);
    connect(&context.model, &ConsoleModel::changed, this, [this](const ChangeSet& changes) {
        if (changes.faq)
            refreshList();
    });
    connect(&context.model, &ConsoleModel::sessionChanged, this, &FaqPane::refreshList);
    refreshList();
}

void FaqPane::build()
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    addPaneTop(*column, m_context.theme, tr("FAQ"), tr("Questions with an approved answer. The AI says these answers word for word, and names the question."), this);
    m_question = m_form->addLine(QStringLiteral("faqQuestion"), tr("Question"), 300);
    m_answer = m_form->addText(QStringLiteral("faqAnswer"), tr("Answer"), 7, tr("Plain text, said to visitors as it stands."));
    m_alsoAsked = m_form->addText(QStringLiteral("faqAlsoAsked"), tr("Also asked as"), 4, tr("Other wordings that mean the same, one a line."));
    m_form->checkField(m_question, [this] { return m_question->text().trimmed().isEmpty() ? tr("Write the question as a visitor would ask it.") : QString(); });
    m_form->checkField(m_answer, [this] { return m_answer->toPlainText().trimmed().isEmpty() ? tr("Write what the AI should answer.") : QString(); });
    m_remove = m_form->addFootButton(tr("Remove"), QStringLiteral("removeFaq"));
    QSplitter* splitter = newSplitter(Qt::Horizontal, QStringLiteral("faqSplitter"), this);
    splitter->addWidget(m_list);
    splitter->addWidget(m_form);
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({m_context.theme.px(300), m_context.theme.px(700)});
    splitter->setChildrenCollapsible(false);
    column->addWidget(splitter, 1);
    column->addWidget(m_undo);
}

const FaqEntry* FaqPane::known(const QString& id) const
{
    const auto found = std::ranges::find(m_context.model.faq(), FaqId{id.toStdString()}, &FaqEntry::id);
    return found == m_context.model.faq().end() ? nullptr : &*found;
}

void FaqPane::refreshList()
{
    std::vector<ListedEntry> entries;
    for (const FaqEntry& entry : m_context.model.faq())
        entries.push_back({text(entry.id.value), line(entry.question)});
    m_list->setEntries(entries);
    const QString why = m_context.session.mayEditSettings() ? QString() : tr("Team leads and supervisors edit the FAQ.");
    m_list->setMayAdd(why.isEmpty(), why);
    if (!m_form->isChanged()) {
        const FaqEntry* entry = known(text(m_edited.id.value));
        edit(entry ? *entry : m_context.model.faq().empty() ? FaqEntry{} : m_context.model.faq().front());
    }
    m_form->setBlocked(!why.isEmpty() ? why : m_edited.id.empty() ? tr("There are no questions yet. Add the first one.") : QString());
}

void FaqPane::edit(const FaqEntry& entry)
{
    m_edited = entry;
    {
        const QSignalBlocker quiet(m_form);
        m_question->setText(text(entry.question));
        m_answer->setPlainText(text(entry.answer));
        m_alsoAsked->setPlainText(joined(entry.alsoAsked));
    }
    m_form->clearErrors();
    m_form->setChanged(false);
    m_remove->setEnabled(known(text(entry.id.value)) && m_context.session.mayEditSettings());
    m_list->choose(text(entry.id.value));
}

void FaqPane::show(const QString& id)
{
    if (m_form->isChanged() && !m_context.prompts.confirm(tr("Leave this question without saving what you wrote?"), tr("Leave"))) {
        m_list->choose(text(m_edited.id.value));
        return;
    }
    if (const FaqEntry* entry = known(id))
        edit(*entry);
}

void FaqPane::add()
{
    if (m_form->isChanged() && !m_context.prompts.confirm(tr("Leave this question without saving what you wrote?"), tr("Leave")))
        return;
    FaqEntry entry;
    entry.id.value = "faq-" + QUuid::createUuid().toString(QUuid::WithoutBraces).left(8).toStdString();
    edit(entry);
    m_form->setBlocked({});
    m_question->setFocus(Qt::OtherFocusReason);
}

FaqEntry FaqPane::written() const
{
    return {m_edited.id, m_question->text().trimmed().toStdString(), m_answer->toPlainText().trimmed().toStdString(), linesOf(*m_alsoAsked)};
}

void FaqPane::save()
{
    const FaqEntry entry = written();
    m_commands.send(SaveFaq{entry, m_context.session.agent},
                    [this, entry] {
                        if (m_edited.id != entry.id)
                            return;
                        m_edited = entry;
                        m_form->setChanged(written() != entry);
                        refreshList();
                        m_list->choose(text(entry.id.value));
                        m_form->showSaved(tr("Saved. The AI answers with it from now on."));
                    },
                    [this](const QString& why) { m_form->showRefusal(tr("The question was not saved."), why); });
}

void FaqPane::remove()
{
    const FaqEntry* stored = known(text(m_edited.id.value));
    if (!stored)
        return;
    const FaqEntry entry = *stored;
    m_commands.send(RemoveFaq{entry.id, m_context.session.agent},
                    [this, entry] {
                        m_undo->offer(tr("Removed %1").arg(line(entry.question, 80)), [this, entry] {
                            m_commands.send(SaveFaq{entry, m_context.session.agent}, {},
                                            [this](const QString& why) { m_form->showRefusal(tr("It was not brought back."), why); });
                        });
                    },
                    [this](const QString& why) { m_form->showRefusal(tr("The question was not removed."), why); });
}

}
