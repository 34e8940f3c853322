#include "ui/why/path_pane.h"

#include "routing/rulebook/describe.h"
#include "ui/policies/try/value_text.h"
#include "ui/shared/buttons.h"
#include "ui/shared/elided_label.h"
#include "ui/shared/format_text.h"
#include "ui/shared/scroll_column.h"
#include "ui/shared/tag.h"
#include "ui/shared/themed.h"
#include "ui/shared/tier_chip.h"
#include "ui/why/why_parts.h"
#include "ui/why/why_words.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t fewEnough = 14;    // shown whole
constexpr std::size_t shownAtEnds = 3;   // of a longer path
constexpr std::size_t mostInARow = 2;    // actions
constexpr std::size_t mostCards = 300;   // of one that was opened

QLabel* newMark(Theme& theme, bool holds, QWidget* parent)
{
    QLabel* mark = newLabel({}, theme, TextStyle::Body, ThemeColor::Text, parent);
    mark->setPixmap(theme.pixmap(holds ? u"check"_s : u"cross"_s, holds ? ThemeColor::Good : ThemeColor::Bad,
                                 theme.px(14), parent->devicePixelRatioF()));
    mark->setFixedWidth(theme.px(16));
    return mark;
}

QString spoken(const PolicyMet& policy, const QString& outcome, const Rulebook& rulebook)
{
    QString words = PathPane::tr("Policy %1: %2.").arg(policyTitle(policy), outcome);
    for (const Observation& observed : policy.comparisons)
        words += u' ' + comparisonText(observed.attribute, observed.found, observed.wanted, rulebook) + u'.';
    return words;
}

}

PathPane::PathPane(const PageContext& context, QWidget* parent)
    : QWidget(parent),
      m_context(context),
      m_title(new ElidedLabel(context.theme, TextStyle::BodyStrong, ThemeColor::Text, this)),
      m_count(new ElidedLabel(context.theme, TextStyle::Secondary, ThemeColor::TextMuted, this)),
      m_scroll(new ScrollColumn(context.theme, ThemeColor::Panel, this))
{
    Theme& theme = context.theme;
    setObjectName(u"whyPath"_s);
    setSurface(*this, theme, ThemeColor::Panel);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(theme.px(24), theme.px(14), theme.px(24), theme.px(10));
    head->addWidget(m_title, 1);
    head->addWidget(m_count);
    column->addLayout(head);
    m_scroll->setAccessibleName(tr("Path through the policies"));
    m_scroll->setObjectName(u"whyPathScroll"_s);
    column->addWidget(m_scroll, 1);
}

QWidget* PathPane::focusTarget() const { return m_scroll; }

void PathPane::showMoment(const ExplainedMoment& moment)
{
    m_moment = moment;
    m_opened = false;
    const auto fired = std::ranges::find(moment.path, TraceStep::Outcome::Fired, &PolicyMet::outcome);
    m_looked = std::min(moment.path.size(), std::size_t(fired - moment.path.begin()) + 1);
    m_title->setText(tr("Path through the policies of v%1").arg(moment.version));
    m_count->setText(
        tr("%1 of %2 looked at").arg(formatCount(qint64(m_looked)), formatCount(qint64(moment.path.size()))));
    refresh();
}

bool PathPane::isShown(std::size_t place, const PolicyMet* nearest) const
{
    if (m_looked <= fewEnough || place < shownAtEnds || place + shownAtEnds >= m_looked)
        return true;
    return &m_moment.path[place] == nearest || (m_opened && place < mostCards);
}

void PathPane::refresh()
{
    Theme& theme = m_context.theme;
    QVBoxLayout* outer = m_scroll->restart();
    auto* column = new QVBoxLayout;
    column->setContentsMargins(theme.px(24), theme.px(4), theme.px(24), theme.px(20));
    column->setSpacing(0);
    outer->addLayout(column);
    const PolicyMet* const nearest = nearestMiss(m_moment);
    for (std::size_t i = 0; i < m_looked; ++i) {
        if (isShown(i, nearest)) {
            addCard(*column, m_moment.path[i], nearest, i + 1 == m_looked);
            continue;
        }
        const std::size_t first = i;
        while (!isShown(i + 1, nearest))
            ++i;
        addFold(*column, first, i);
    }
    const QString rest = m_looked == 0 ? tr("This version had no policies.") : notReached(m_moment);
    if (!rest.isEmpty()) {
        QLabel* label = newSelectable(rest, theme, TextStyle::Secondary, ThemeColor::TextMuted, m_scroll->widget());
        label->setObjectName(u"whyNotReached"_s);
        label->setContentsMargins(m_looked == 0 ? 0 : theme.px(38), 0, 0, 0);
        column->addWidget(label);
    }
    outer->addStretch();
    m_scroll->finish();
}

void PathPane::addFold(QVBoxLayout& column, std::size_t first, std::size_t last)
{
    Theme& theme = m_context.theme;
    const int from = m_moment.path[first].number;
    const int to = m_moment.path[last].number;
    QPushButton* open = newLink(from == to ? tr("Show policy %1, which did not match either").arg(from)
                                           : tr("Show policies %1 to %2, which did not match either").arg(from).arg(to),
                                u"openPath"_s, m_scroll->widget());
    connect(open, &QPushButton::clicked, this, [this] {
        m_opened = true;
        QMetaObject::invokeMethod(this, &PathPane::refresh, Qt::QueuedConnection);   // the link goes with it
    });
    auto* row = new QHBoxLayout;
    row->setContentsMargins(theme.px(38), 0, 0, theme.px(12));
    row->addWidget(open);
    row->addStretch();
    column.addLayout(row);
}

void PathPane::addCard(QVBoxLayout& column, const PolicyMet& policy, const PolicyMet* nearest, bool last)
{
    Theme& theme = m_context.theme;
    QWidget* parent = m_scroll->widget();
    const bool fired = policy.outcome == TraceStep::Outcome::Fired;
    const bool off = policy.outcome == TraceStep::Outcome::Disabled;
    const bool near = &policy == nearest;
    auto* card = new WhyCard(theme, parent);
    card->setObjectName(u"pathCard%1"_s.arg(policy.number));
    if (fired || near)
        card->setEdge(fired ? ThemeColor::Accent : ThemeColor::Bad, fired ? 2 : 1);
    const QString outcome = outcomeOfPolicy(policy, m_moment.version);
    card->makeClickable(spoken(policy, outcome, *m_moment.rulebook));
    card->setToolTip(tr("Open policy %1 in the studio").arg(policyTitle(policy)).toHtmlEscaped());
    connect(card, &WhyCard::clicked, this, [this, id = policy.policy] { Q_EMIT policyWanted(id); });
    auto* inside = new QVBoxLayout(card);
    inside->setContentsMargins(theme.px(16), theme.px(10), theme.px(14), theme.px(10));
    inside->setSpacing(theme.px(6));
    auto* head = new QHBoxLayout;
    head->setSpacing(theme.px(8));
    auto* number = new ElidedLabel(theme, TextStyle::Body, ThemeColor::TextMuted, card);
    number->setText(QString::number(policy.number));
    number->setMinimumWidth(theme.px(16));
    number->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    head->addWidget(number);
    auto* name = new ElidedLabel(theme, TextStyle::BodyStrong, off ? ThemeColor::TextMuted : ThemeColor::Text, card);
    name->setText(line(policy.name, 120));
    head->addWidget(name, 1);
    auto* how = new ElidedLabel(theme, TextStyle::Secondary, near ? ThemeColor::Bad : ThemeColor::TextMuted, card);
    how->setText(outcome);
    head->addWidget(how);
    inside->addLayout(head);
    addComparisons(*card, *inside, policy);
    if (fired)
        addActions(*card, *inside);
    auto* row = new QHBoxLayout;
    row->setSpacing(theme.px(14));
    row->addWidget(new PathMark(theme,
                                fired      ? PathMark::Mark::Fired
                                    : near ? PathMark::Mark::Near
                                    : off  ? PathMark::Mark::Off
                                           : PathMark::Mark::Failed,
                                last, parent));
    auto* beneath = new QVBoxLayout;
    beneath->setContentsMargins(0, 0, 0, theme.px(12));
    beneath->addWidget(card);
    row->addLayout(beneath, 1);
    column.addLayout(row);
}

void PathPane::addComparisons(WhyCard& card, QVBoxLayout& column, const PolicyMet& policy)
{
    if (policy.comparisons.empty())
        return;
    Theme& theme = m_context.theme;
    auto* grid = new QGridLayout;
    grid->setContentsMargins(theme.px(4), 0, 0, theme.px(2));
    grid->setHorizontalSpacing(theme.px(8));
    grid->setVerticalSpacing(theme.px(6));
    int row = 0;
    const auto add = [&](int at, const QString& text, TextStyle style, ThemeColor color) {
        auto* label = new ElidedLabel(theme, style, color, &card);
        label->setText(text);
        grid->addWidget(label, row, at, Qt::AlignTop);
        return label;
    };
    for (const Observation& observed : policy.comparisons) {
        grid->addWidget(newMark(theme, observed.holds, &card), row, 0, Qt::AlignTop);
        add(1, attributeTitle(observed.attribute, *m_moment.rulebook), TextStyle::Body, ThemeColor::Text)
            ->setFixedWidth(theme.px(104));
        add(2, tr("found"), TextStyle::Secondary, ThemeColor::TextMuted)->setFixedWidth(theme.px(38));
        const bool missing = observed.found == "missing";
        add(3, line(observed.found, 200), missing ? TextStyle::Body : TextStyle::BodyStrong,
            missing ? ThemeColor::TextMuted : ThemeColor::Text)
            ->setMinimumWidth(theme.px(64));
        add(4, tr("wanted"), TextStyle::Secondary, ThemeColor::TextMuted)->setFixedWidth(theme.px(48));
        QLabel* wanted = newSelectable(line(observed.wanted, 300), theme, TextStyle::Body, ThemeColor::Text, &card);
        wanted->setToolTip(line(observed.wanted, 300).toHtmlEscaped());
        grid->addWidget(wanted, row, 5);
        ++row;
    }
    // The shares of the card are the same in each, so that values stand beneath one another.
    constexpr int foundColumn = 3;
    constexpr int wantedColumn = 5;
    grid->setColumnStretch(foundColumn, 2);
    grid->setColumnStretch(wantedColumn, 3);
    for (int each = 0; each < row; ++each)
        grid->itemAtPosition(each, foundColumn)->widget()->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    column.addLayout(grid);
}

void PathPane::addActions(WhyCard& card, QVBoxLayout& column)
{
    Theme& theme = m_context.theme;
    if (m_moment.decision.actions.empty())
        return;
    auto* row = new QHBoxLayout;
    row->setSpacing(theme.px(8));
    row->addWidget(
        newLabel(tr("Then", "what a policy does"), theme, TextStyle::Secondary, ThemeColor::TextMuted, &card), 0,
        Qt::AlignTop);
    const bool several = m_moment.decision.actions.size() > mostInARow;
    auto* tags = new QBoxLayout(several ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    tags->setSpacing(theme.px(several ? 4 : 8));
    for (const Action& action : m_moment.decision.actions) {
        auto* tag = new Tag(theme, &card);
        const QString what = withCapital(line(describe(action, *m_moment.rulebook), 200));
        tag->setTag({what, {}});
        tag->setToolTip(what.toHtmlEscaped());
        tags->addWidget(tag, 0, Qt::AlignLeft);
    }
    if (!several)
        tags->addStretch(1);
    row->addLayout(tags, 1);
    column.addLayout(row);
}

}
