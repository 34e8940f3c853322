#include "ui/policies/backtest/twice_view.h"

#include "ui/policies/backtest/backtest_words.h"
#include "ui/policies/backtest/trace_model.h"
#include "ui/policies/try/path_delegate.h"
#include "ui/shared/buttons.h"
#include "ui/shared/elided_label.h"
#include "ui/shared/empty_state.h"
#include "ui/shared/format_text.h"
#include "ui/shared/panes.h"
#include "ui/shared/scroll_column.h"
#include "ui/shared/themed.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QListView>
#include <QVBoxLayout>

#include <algorithm>

namespace signalbox {

using namespace Qt::StringLiterals;

TwiceView::TwiceView(Theme& theme, QWidget* parent)
    : QWidget(parent),
      m_theme(theme),
      m_header(new PaneHeader(theme, {}, this)),
      m_earlier(newIconButton(theme, u"chevron-left"_s, tr("Earlier decision"), u"earlierDecision"_s, this)),
      m_later(newIconButton(theme, u"chevron-right"_s, tr("Later decision"), u"laterDecision"_s, this)),
      m_empty(new EmptyState(theme, {}, {}, this)),
      m_sides(new QWidget(this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_header->addRight(m_earlier);
    m_header->addRight(m_later);
    column->addWidget(m_header);
    column->addWidget(m_empty, 1);
    auto* row = new QHBoxLayout(m_sides);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    m_then = newSide(tr("As it was decided"), u"decidedThen"_s, m_sides);
    m_now = newSide(tr("With the draft"), u"decidedNow"_s, m_sides);
    column->addWidget(m_sides, 1);
    connect(m_earlier, &QToolButton::clicked, this, [this] { showDecision(m_place - 1); });
    connect(m_later, &QToolButton::clicked, this, [this] { showDecision(m_place + 1); });
    clear({});
}

TwiceView::Side TwiceView::newSide(const QString& title, const QString& objectName, QWidget* parent)
{
    Side side;
    auto* column = new QVBoxLayout;
    column->setContentsMargins(0, m_theme.px(12), 0, 0);
    column->setSpacing(m_theme.px(4));
    auto* top = new QVBoxLayout;
    top->setContentsMargins(m_theme.px(16), 0, m_theme.px(8), 0);   // as its path sets in its rows
    top->setSpacing(m_theme.px(4));
    side.title = new ElidedLabel(m_theme, TextStyle::SectionLabel, ThemeColor::TextMuted, parent);
    side.title->setText(title);
    side.place = new ElidedLabel(m_theme, TextStyle::PaneTitle, ThemeColor::Text, parent);
    side.place->setObjectName(objectName + u"Place"_s);
    side.tier = new TierChip(m_theme, parent);
    side.trace = new TraceModel(this);
    side.path = new QListView(parent);
    side.path->setObjectName(objectName + u"Path"_s);
    side.path->setAccessibleName(tr("%1: its way through the policies").arg(title));
    side.path->setModel(side.trace);
    side.path->setItemDelegate(new PathDelegate(m_theme, side.path));
    side.path->setFrameShape(QFrame::NoFrame);
    side.path->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSurface(*side.path->viewport(), m_theme, ThemeColor::Panel);
    side.parts = new ScrollColumn(m_theme, ThemeColor::Panel, parent);
    side.parts->setObjectName(objectName + u"Parts"_s);
    side.parts->setAccessibleName(tr("%1: tier, scores and what it does").arg(title));
    top->addWidget(side.title);
    top->addWidget(side.place);
    top->addWidget(side.tier);
    column->addLayout(top);
    column->addWidget(side.path, 1);
    column->addWidget(newLine(m_theme, parent));
    column->addWidget(side.parts, 1);
    static_cast<QHBoxLayout*>(parent->layout())->addLayout(column, 1);
    return side;
}

void TwiceView::clear(const QString& why)
{
    m_decisions.clear();
    m_empty->setSentence(why);
    m_empty->show();
    m_sides->hide();
    m_header->setDetail({});
    m_earlier->hide();
    m_later->hide();
}

void TwiceView::setConversation(const QString& title) { m_header->setTitle(title); }

void TwiceView::showDecisions(const std::vector<DecidedTwice>& decisions, std::size_t first, const Rulebook& draft)
{
    if (decisions.empty())
        return clear(tr("Nothing was decided about this conversation."));
    m_decisions = decisions;
    m_draft = draft;
    m_empty->hide();
    m_sides->show();
    m_earlier->show();
    m_later->show();
    showDecision(int(std::min(first, decisions.size() - 1)));
}

void TwiceView::showDecision(int place)
{
    if (place < 0 || place >= int(m_decisions.size()))
        return;
    m_place = place;
    const DecidedTwice& decided = m_decisions[std::size_t(place)];
    const Instant at = decided.then.decision.at;
    m_header->setDetail(tr("Decision %1 of %2, %3").arg(place + 1).arg(m_decisions.size()).arg(formatClock(at)));
    m_header->setToolTip(formatExact(at).toHtmlEscaped());
    m_earlier->setEnabled(place > 0);
    m_later->setEnabled(place + 1 < int(m_decisions.size()));
    m_then.title->setText(tr("As v%1 decided").arg(decided.then.decision.rulebookVersion));
    fill(m_then, decided.then);
    fill(m_now, decided.now);
}

void TwiceView::fill(Side& side, const DecidedSide& from)
{
    const QString place = line(from.place);
    side.place->setText(place.left(1).toUpper() + place.mid(1));
    TierLabel tier = tierLabel(from.decision.tier, m_draft);
    tier.rank = from.decision.tierRank;
    side.tier->setTier(tier);
    side.trace->setTrace(from.trace, m_draft);
    const int fired = side.trace->rowThatFired();
    if (fired >= 0)
        side.path->scrollTo(side.trace->index(fired), QAbstractItemView::PositionAtCenter);
    QVBoxLayout* const column = side.parts->restart();
    column->setContentsMargins(m_theme.px(16), m_theme.px(8), m_theme.px(8), m_theme.px(12));
    for (const ExplanationPart& part : from.parts) {
        if (part.lines.empty())
            continue;
        column->addWidget(newParagraph(line(part.title), m_theme, TextStyle::SectionLabel, ThemeColor::TextMuted));
        for (const std::string& words : part.lines)
            column->addWidget(newParagraph(text(words), m_theme, TextStyle::Secondary));
        column->addSpacing(m_theme.px(8));
    }
    column->addStretch(1);
    side.parts->finish();
}

}
