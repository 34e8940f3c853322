#include "ui/policies/draft/studio_header.h"

#include "ui/policies/draft/draft_keeper.h"
#include "ui/policies/draft/rulebook_draft.h"
#include "ui/policies/problems/problem_list.h"
#include "ui/policies/try/case_runner.h"
#include "ui/shared/buttons.h"
#include "ui/shared/console_model.h"
#include "ui/shared/format_text.h"
#include "ui/shared/session.h"
#include "ui/shared/tag.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QToolButton>

namespace signalbox {
namespace {

constexpr int longestUndo = 44;   // characters: the rest of the head needs room too

QString withCapital(const QString& words) { return words.left(1).toUpper() + words.mid(1); }

// A link may hold foreign words: their & is no shortcut.
void setWords(QPushButton& link, const QString& words)
{
    link.setText(QString(words).replace(u'&', QStringLiteral("&&")));
    link.setAccessibleName(words);
    link.setVisible(!words.isEmpty());
}

}

StudioHeader::StudioHeader(const StudioContext& context, const DraftKeeper& keeper, QWidget* parent)
    : PaneHeader(context.page.theme, tr("Policies"), parent),
      m_context(context),
      m_version(new Tag(context.page.theme, this)),
      m_undo(newLink({}, QStringLiteral("undoPolicyChange"), this)),
      m_problems(newLink({}, QStringLiteral("showProblems"), this)),
      m_cases(newLink({}, QStringLiteral("showCases"), this)),
      m_compare(newButton({}, QStringLiteral("compareDraft"), this)),
      m_publish(newPrimaryButton(tr("Publish…"), QStringLiteral("publishDraft"), this)),
      m_more(
          newIconButton(context.page.theme, QStringLiteral("more"), tr("More"), QStringLiteral("moreOfRulebook"), this))
{
    row()->insertWidget(1, m_version);
    for (QWidget* part : std::initializer_list<QWidget*>{m_undo, m_problems, m_cases, m_compare, m_publish, m_more})
        addRight(part);
    connectParts(keeper);
    refreshDraft(keeper);
    refreshUndo();
    refreshProblems();
    refreshCases();
}

void StudioHeader::connectParts(const DraftKeeper& keeper)
{
    const auto draftChanged = [this, &keeper] { refreshDraft(keeper); };
    connect(&keeper, &DraftKeeper::changed, this, draftChanged);
    connect(&m_context.draft, &RulebookDraft::changed, this, draftChanged);
    connect(&m_context.draft.undoStack(), &QUndoStack::indexChanged, this, &StudioHeader::refreshUndo);
    connect(&m_context.problems, &ProblemList::changed, this, &StudioHeader::refreshProblems);
    connect(&m_context.cases, &CaseRunner::changed, this, &StudioHeader::refreshCases);
    connect(&m_context.page.theme, &Theme::changed, this, [this] {
        refreshUndo();
        refreshProblems();
        refreshCases();
    });
    connect(m_undo, &QPushButton::clicked, this, [this] { m_context.draft.undoStack().undo(); });
    connect(m_problems, &QPushButton::clicked, this, [this] { Q_EMIT problemsWanted(*m_problems); });
    connect(m_cases, &QPushButton::clicked, this, &StudioHeader::casesWanted);
    connect(m_compare, &QPushButton::clicked, this, &StudioHeader::compareWanted);
    connect(m_publish, &QPushButton::clicked, this, &StudioHeader::publishWanted);
}

// Not the button's own menu: that would draw an arrow beside the dots.
void StudioHeader::setMenu(QMenu* menu)
{
    connect(m_more, &QToolButton::clicked, menu, [this, menu] {
        menu->popup(m_more->mapToGlobal(QPoint(m_more->width() - menu->sizeHint().width(), m_more->height())));
    });
}

void StudioHeader::setWhyNotPublish(const QString& why)
{
    m_publish->setEnabled(why.isEmpty());
    m_publish->setToolTip(why.toHtmlEscaped());
    m_publish->setAccessibleDescription(why);
}

QString StudioHeader::savedWords(const DraftKeeper& keeper) const
{
    switch (keeper.state()) {
    case DraftKeeper::State::OnlyHere:
        return tr("kept only while this window is open");
    case DraftKeeper::State::Unsaved:
    case DraftKeeper::State::Saving:
        return tr("saving…");
    case DraftKeeper::State::Trouble:
    case DraftKeeper::State::Conflict:
        return tr("not saved");
    case DraftKeeper::State::Saved:
        return keeper.savedBy() == m_context.page.session.agent
            ? tr("saved %1").arg(formatClock(keeper.savedAt()))
            : tr("saved %1 by %2").arg(formatClock(keeper.savedAt()), m_context.page.model.agentName(keeper.savedBy()));
    case DraftKeeper::State::Nothing:
        break;
    }
    return {};
}

void StudioHeader::refreshDraft(const DraftKeeper& keeper)
{
    const RulebookDraft& draft = m_context.draft;
    const RulebookOnScreen& live = m_context.page.model.rulebookOnScreen();
    const int version = draft.baseVersion();
    const int changes = draft.changes();
    const QString fromScratch = changes > 0 ? tr("Draft of the first version") : tr("Nothing published yet");
    m_version->setTag({version == 0      ? fromScratch
                           : changes > 0 ? tr("Draft of v%1").arg(version)
                                         : tr("v%1 live").arg(version),
                       {}});
    const QString counted = changes == 1 ? tr("1 change") : tr("%1 changes").arg(formatCount(changes));
    const QString saved = savedWords(keeper);
    const QString published = live.by.empty()
        ? tr("published %1").arg(formatAgo(live.at, m_context.page.now()))
        : tr("published %1 by %2")
              .arg(formatAgo(live.at, m_context.page.now()), m_context.page.model.agentName(AgentId{live.by}));
    setDetail(changes > 0        ? (saved.isEmpty() ? counted : counted + QStringLiteral(" · ") + saved)
                  : version == 0 ? QString()
                                 : published);
    m_compare->setText(tr("Compare with v%1").arg(draft.liveVersion()));
    m_mayCompare = changes > 0 && version > 0;
    fit();
}

void StudioHeader::refreshUndo()
{
    const QUndoStack& stack = m_context.draft.undoStack();
    m_undo->setToolTip(stack.canUndo() ? withCapital(stack.undoText()).toHtmlEscaped() : QString());
    m_undo->setIcon(m_context.page.theme.icon(QStringLiteral("undo"), ThemeColor::Accent));
    fit();
}

QString StudioHeader::undoWords() const
{
    const QUndoStack& stack = m_context.draft.undoStack();
    return stack.canUndo() ? tr("Undo “%1”").arg(line(withCapital(stack.undoText()).toStdString(), longestUndo))
                           : QString();
}

QSize StudioHeader::minimumSizeHint() const { return {m_context.page.theme.px(320), minimumHeight()}; }

void StudioHeader::resizeEvent(QResizeEvent* event)
{
    PaneHeader::resizeEvent(event);
    fit();
}

// Where not all has room, the words of the last step go first, then the comparison, which the menu has too, then the version.
void StudioHeader::fit()
{
    const QString undo = undoWords();
    for (int gone = 0; gone <= 3; ++gone) {
        setWords(*m_undo, gone > 0 && !undo.isEmpty() ? tr("Undo") : undo);
        m_compare->setVisible(m_mayCompare && gone < 2);
        m_version->setVisible(gone < 3);
        if (row()->sizeHint().width() <= width())
            return;
    }
}

void StudioHeader::refreshProblems()
{
    setWords(*m_problems, m_context.problems.summary());
    m_problems->setIcon(m_context.page.theme.icon(QStringLiteral("warning"),
                                                  m_context.problems.hasErrors() ? ThemeColor::Bad : ThemeColor::Warn));
    fit();
}

void StudioHeader::refreshCases()
{
    const bool pass = m_context.cases.passed() == m_context.cases.total();
    setWords(*m_cases, m_context.cases.summary());
    m_cases->setIcon(pass ? m_context.page.theme.icon(QStringLiteral("check"), ThemeColor::Good)
                          : m_context.page.theme.icon(QStringLiteral("cross"), ThemeColor::Bad));
    fit();
}

}
