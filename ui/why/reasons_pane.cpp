#include "ui/why/reasons_pane.h"

#include "ui/shared/avatar.h"
#include "ui/shared/buttons.h"
#include "ui/shared/console_model.h"
#include "ui/shared/countdown.h"
#include "ui/shared/format_text.h"
#include "ui/shared/scroll_column.h"
#include "ui/shared/themed.h"
#include "ui/why/why_parts.h"
#include "ui/why/why_words.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t othersAtFirst = 4;

// Rebuilding takes the button away that asked for it.
template <class Receiver>
void later(Receiver* receiver, void (Receiver::*act)())
{
    QMetaObject::invokeMethod(receiver, act, Qt::QueuedConnection);
}

}

ReasonsPane::ReasonsPane(const PageContext& context, QWidget* parent)
    : QWidget(parent), m_context(context), m_scroll(new ScrollColumn(context.theme, ThemeColor::Raised, this))
{
    setObjectName(u"whyReasons"_s);
    setSurface(*this, context.theme, ThemeColor::Raised);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    m_scroll->setAccessibleName(tr("Reasons"));
    m_scroll->setObjectName(u"whyReasonsScroll"_s);
    column->addWidget(m_scroll);
}

QWidget* ReasonsPane::focusTarget() const { return m_scroll; }

void ReasonsPane::showMoment(const ExplainedMoment& moment)
{
    m_moment = moment;
    m_ways.reset();
    m_othersShown = false;
    refresh();
}

void ReasonsPane::showOtherWays(const std::vector<AnotherWay>& ways)
{
    m_ways = ways;
    refresh();
}

void ReasonsPane::refresh()
{
    QVBoxLayout* column = m_scroll->restart();
    m_owed = nullptr;
    addAgents(*column);
    addElsewhere(*column);
    addNext(*column);
    addRules(*column);
    column->addStretch();
    m_scroll->finish();
}

void ReasonsPane::addAgents(QVBoxLayout& column)
{
    Theme& theme = m_context.theme;
    if (m_moment.offers.empty()) {
        QVBoxLayout* section = addWhySection(column, theme, tr("Why nobody was asked"), m_scroll->widget());
        const QString why = m_moment.outcome.kind == Outcome::Kind::Ai
            ? tr("The decision left it with the AI, so it was offered to nobody.")
            : tr("No offer was made before the next decision.");
        section->addWidget(newSelectable(why, theme, TextStyle::Body, ThemeColor::TextMuted, m_scroll->widget()));
        return;
    }
    const Offer& offer = m_moment.offers.back();
    QVBoxLayout* why
        = addWhySection(column, theme, tr("Why %1").arg(m_context.model.agentName(offer.agent)), m_scroll->widget());
    const auto chosen = std::ranges::find(offer.candidates, true, &CandidateReason::chosen);
    addAgent(*why, chosen == offer.candidates.end() ? CandidateReason{offer.agent, true, {}} : *chosen);
    if (const std::string round = roundInWords(offer); !round.empty())
        why->addWidget(
            newSelectable(line(round, 400), theme, TextStyle::Secondary, ThemeColor::TextMuted, m_scroll->widget()));
    addOthers(column, offer);
}

void ReasonsPane::addOthers(QVBoxLayout& column, const Offer& offer)
{
    std::vector<CandidateReason> others;
    std::ranges::copy_if(offer.candidates, std::back_inserter(others),
                         [](const CandidateReason& each) { return !each.chosen; });
    if (others.empty())
        return;
    QVBoxLayout* section = addWhySection(column, m_context.theme, tr("Why not the others"), m_scroll->widget());
    const std::size_t shown = m_othersShown ? others.size() : std::min(others.size(), othersAtFirst);
    for (std::size_t i = 0; i < shown; ++i)
        addAgent(*section, others[i]);
    if (others.size() <= othersAtFirst)
        return;
    QPushButton* more = newLink(m_othersShown ? tr("Show fewer") : tr("%1 more").arg(others.size() - shown),
                                u"moreAgents"_s, m_scroll->widget());
    connect(more, &QPushButton::clicked, this, [this] {
        m_othersShown = !m_othersShown;
        later(this, &ReasonsPane::refresh);
    });
    section->addWidget(more, 0, Qt::AlignLeft);
}

void ReasonsPane::addAgent(QVBoxLayout& column, const CandidateReason& candidate)
{
    Theme& theme = m_context.theme;
    QWidget* parent = m_scroll->widget();
    auto* row = new QHBoxLayout;
    row->setSpacing(theme.px(10));
    auto* avatar = new Avatar(theme, parent);
    const QString name = m_context.model.agentName(candidate.agent);
    avatar->setPerson(name, candidate.chosen ? AvatarKind::Agent : AvatarKind::Person);
    row->addWidget(avatar, 0, Qt::AlignTop);
    auto* words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(newSelectable(name, theme, candidate.chosen ? TextStyle::BodyStrong : TextStyle::Body,
                                   ThemeColor::Text, parent));
    if (!candidate.reason.empty())
        words->addWidget(
            newSelectable(line(candidate.reason, 300), theme, TextStyle::Secondary, ThemeColor::TextMuted, parent));
    row->addLayout(words, 1);
    if (candidate.chosen) {
        QLabel* mark = newLabel({}, theme, TextStyle::Body, ThemeColor::Good, parent);
        mark->setPixmap(theme.pixmap(u"check"_s, ThemeColor::Good, theme.px(16), devicePixelRatioF()));
        mark->setAccessibleName(tr("Chosen"));
        row->addWidget(mark, 0, Qt::AlignTop);
    }
    column.addLayout(row);
}

void ReasonsPane::addNextRow(QVBoxLayout& column, const QString& time, const QString& words)
{
    Theme& theme = m_context.theme;
    auto* row = new QHBoxLayout;
    row->setSpacing(theme.px(12));
    QLabel* clock = newLabel(time, theme, TextStyle::Secondary, ThemeColor::TextMuted, m_scroll->widget());
    clock->setMinimumWidth(theme.px(56));
    row->addWidget(clock, 0, Qt::AlignTop);
    QLabel* label = newSelectable(words, theme, TextStyle::Secondary, ThemeColor::Text, m_scroll->widget());
    row->addWidget(label, 1);
    column.addLayout(row);
    m_owed = label;
}

void ReasonsPane::addNext(QVBoxLayout& column)
{
    QVBoxLayout* section = addWhySection(column, m_context.theme, tr("What happened next"), m_scroll->widget());
    for (const Happening& happening : m_moment.next)
        addNextRow(*section, clockWithSeconds(happening.at), happeningText(happening, m_context.model));
    const Instant now = m_context.now();
    const QString open = owed(now);
    if (!open.isEmpty())
        addNextRow(*section, clockWithSeconds(now), open);
    else if (m_moment.next.empty())
        section->addWidget(newSelectable(tr("Nothing yet."), m_context.theme, TextStyle::Body, ThemeColor::TextMuted,
                                         m_scroll->widget()));
    if (open.isEmpty())
        m_owed = nullptr;
}

// The scores, the tier and the alerts, for whoever wants to know it all.
void ReasonsPane::addRules(QVBoxLayout& column)
{
    if (m_moment.parts.empty())
        return;
    Theme& theme = m_context.theme;
    QVBoxLayout* section = addWhySection(column, theme, tr("Tier and scores"), m_scroll->widget(), false);
    QPushButton* link = newLink(m_rulesShown ? tr("Hide") : tr("Show"), u"showTierRules"_s, m_scroll->widget());
    link->setAccessibleName(m_rulesShown ? tr("Hide tier and scores") : tr("Show tier and scores"));
    connect(link, &QPushButton::clicked, this, [this] {
        m_rulesShown = !m_rulesShown;
        later(this, &ReasonsPane::refresh);
    });
    if (m_rulesShown)
        for (const ExplanationPart& part : m_moment.parts) {
            section->addWidget(newLabel(line(part.title, 100), theme, TextStyle::SectionLabel, ThemeColor::TextMuted,
                                        m_scroll->widget()));
            for (const std::string& each : part.lines)
                section->addWidget(
                    newSelectable(line(each, 400), theme, TextStyle::Secondary, ThemeColor::Text, m_scroll->widget()));
        }
    section->addWidget(link, 0, Qt::AlignLeft);
}

QString ReasonsPane::owed(Instant now) const
{
    const Conversation& conversation = m_moment.conversation;
    const bool last = m_moment.chosen + 1 == int(m_moment.moments.size());
    if (!last || conversation.closedAt || !conversation.waitingSince)
        return {};
    if (!conversation.answerBy)
        return tr("Not yet answered");
    const Countdown left = countdown(*conversation.waitingSince, *conversation.answerBy, now);
    return left.state == CountdownState::Over ? tr("Not yet answered, %1", "0:14 over").arg(left.text)
                                              : tr("Not yet answered, %1 left").arg(left.text);
}

void ReasonsPane::tick(Instant now)
{
    if (m_owed)
        m_owed->setText(owed(now));
}

}
