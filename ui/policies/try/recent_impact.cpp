#include "ui/policies/try/recent_impact.h"

#include "ui/policies/draft/rulebook_draft.h"
#include "ui/policies/try/value_text.h"
#include "ui/shared/analysis_port.h"
#include "ui/shared/buttons.h"
#include "ui/shared/elided_label.h"
#include "ui/shared/format_text.h"
#include "ui/shared/themed.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>
#include <chrono>
#include <cstdlib>

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

constexpr auto week = std::chrono::hours(24 * 7);
constexpr std::size_t mostDestinations = 4;

QString withSign(std::int64_t change) { return change > 0 ? u'+' + formatCount(change) : formatCount(change); }

}

RecentImpact::RecentImpact(const StudioContext& studio, QWidget* parent)
    : QWidget(parent),
      m_studio(studio),
      m_compare(newLink(tr("Compare"), u"compareRecent"_s, this)),
      m_state(nullptr),
      m_lines(new QVBoxLayout)
{
    setObjectName(u"recentImpact"_s);
    Theme& theme = studio.page.theme;
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(theme.px(16), theme.px(8), theme.px(12), theme.px(10));
    column->setSpacing(theme.px(4));
    auto* head = new QHBoxLayout;
    head->addWidget(
        newLabel(tr("Draft against the last 7 days"), theme, TextStyle::SectionLabel, ThemeColor::TextMuted, this), 1);
    head->addWidget(m_compare);
    column->addLayout(head);
    m_state = newParagraph({}, theme, TextStyle::Secondary, ThemeColor::TextMuted, this);
    m_state->setObjectName(u"recentState"_s);
    column->addWidget(m_state);
    m_lines->setSpacing(theme.px(2));
    column->addLayout(m_lines);
    connect(m_compare, &QPushButton::clicked, this, &RecentImpact::ask);
    connect(&studio.draft, &RulebookDraft::changed, this, [this] {
        if (std::exchange(m_ticket, 0) != 0 || m_lines->count() > 0)
            say(tr("The draft has changed since."));
        clearLines();
    });
    connect(&studio.analysis, &AnalysisPort::backtested, this, [this](quint64 ticket, const BacktestReport& report) {
        if (ticket == m_ticket && ticket != 0)
            show(report);
    });
    connect(&studio.analysis, &AnalysisPort::failed, this, [this](quint64 ticket, const QString& why) {
        if (ticket == m_ticket && ticket != 0)
            say(why);
    });
    say({});
}

void RecentImpact::say(const QString& words)
{
    m_state->setText(words);
    m_state->setVisible(!words.isEmpty());
}

void RecentImpact::ask()
{
    if (m_ticket != 0)
        m_studio.analysis.cancel(m_ticket);
    Period period;
    period.until = m_studio.page.now() + seconds{1};
    period.since = period.until - week;
    clearLines();
    say(tr("Deciding them again…"));
    m_ticket = m_studio.analysis.askBacktest(m_studio.draft.document(), period);
}

void RecentImpact::clearLines()
{
    while (QLayoutItem* const item = m_lines->takeAt(0)) {
        delete item->widget();
        delete item;
    }
}

void RecentImpact::addLine(const QString& words, const QString& figure, bool strong)
{
    Theme& theme = m_studio.page.theme;
    auto* holder = new QWidget(this);
    auto* row = new QHBoxLayout(holder);
    row->setContentsMargins(0, 0, theme.px(4), 0);
    auto* label = new ElidedLabel(theme, TextStyle::Body, ThemeColor::Text, holder);
    label->setText(words);
    row->addWidget(label, 1);
    row->addWidget(newLabel(figure, theme, strong ? TextStyle::BodyStrong : TextStyle::Body, ThemeColor::Text, holder));
    holder->setAccessibleName(tr("%1: %2", "words and a figure").arg(words, figure));
    m_lines->addWidget(holder);
}

void RecentImpact::show(const BacktestReport& report)
{
    m_ticket = 0;
    clearLines();
    if (report.conversations == 0)
        return say(tr("There were no live conversations."));
    say({});
    addLine(tr("Would go elsewhere"),
            tr("%1 of %2", "a count of all").arg(formatCount(report.moved), formatCount(report.conversations)), true);
    std::vector<std::pair<std::int64_t, std::string>> changes;
    for (const auto& [where, shift] : report.byDestination)
        if (shift.after != shift.before)
            changes.emplace_back(shift.after - shift.before, where);
    std::ranges::stable_sort(
        changes, [](const auto& one, const auto& other) { return std::abs(one.first) > std::abs(other.first); });
    for (std::size_t i = 0; i < std::min(mostDestinations, changes.size()); ++i)
        addLine(withCapital(line(changes[i].second, 80)), withSign(changes[i].first), false);
    if (report.tierChangedOnly > 0)
        addLine(tr("Only the tier changes"), formatCount(report.tierChangedOnly), false);
}

}
