#include "ui/why/facts_pane.h"

#include "ui/policies/try/value_text.h"
#include "ui/shared/buttons.h"
#include "ui/shared/elided_label.h"
#include "ui/shared/format_text.h"
#include "ui/shared/panes.h"
#include "ui/shared/scroll_column.h"
#include "ui/shared/themed.h"
#include "ui/why/why_parts.h"
#include "ui/why/why_words.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

constexpr int labelColumn = 104;
constexpr int sourceColumn = 104;

std::string namespaceOf(const std::string& attribute)
{
    const std::size_t dot = attribute.find('.');
    const std::string space = dot == std::string::npos ? std::string() : attribute.substr(0, dot);
    return space == "ai" || space == "message" || space.empty() ? "conversation" : space;
}

// The order in which a person asks; other namespaces come after these.
constexpr std::array<std::string_view, 5> firstSpaces{"conversation", "page", "visitor", "crm", "custom"};

int rankOfSpace(const std::string& space) { return int(std::ranges::find(firstSpaces, space) - firstSpaces.begin()); }

QString spaceTitle(const std::string& space)
{
    if (space == "crm")
        return FactsPane::tr("CRM");
    return withCapital(line(space, 40));
}

// "now" is the moment itself.
bool isFact(const FactThen& fact) { return fact.attribute != "now"; }

}

FactsPane::FactsPane(const PageContext& context, QWidget* parent)
    : QWidget(parent),
      m_context(context),
      m_title(new ElidedLabel(context.theme, TextStyle::BodyStrong, ThemeColor::Text, this)),
      m_all(newLink({}, u"showAllFacts"_s, this)),
      m_scroll(new ScrollColumn(context.theme, ThemeColor::Raised, this)),
      m_note(newSelectable({}, context.theme, TextStyle::Secondary, ThemeColor::TextMuted, this))
{
    Theme& theme = context.theme;
    setObjectName(u"whyFacts"_s);
    setSurface(*this, theme, ThemeColor::Raised);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(theme.px(16), theme.px(12), theme.px(16), theme.px(4));
    head->addWidget(m_title, 1);
    head->addWidget(m_all);
    column->addLayout(head);
    m_scroll->setAccessibleName(tr("Facts"));
    m_scroll->setObjectName(u"whyFactsScroll"_s);
    column->addWidget(m_scroll, 1);
    column->addWidget(newLine(theme, this));
    m_note->setObjectName(u"whySinceThen"_s);
    m_note->setContentsMargins(theme.px(16), theme.px(10), theme.px(16), theme.px(10));
    column->addWidget(m_note);
    connect(m_all, &QPushButton::clicked, this, [this] {
        m_showsAll = !m_showsAll;
        refresh();
    });
}

QWidget* FactsPane::focusTarget() const { return m_scroll; }

void FactsPane::showMoment(const ExplainedMoment& moment)
{
    m_moment = moment;
    const PolicyMet* const near = nearestMiss(moment);
    m_decisive = near ? near->miss.attributes.front() : std::string();
    m_title->setText(tr("Facts at %1").arg(clockWithSeconds(moment.decision.at)));
    m_note->setText(sinceThen(moment, m_context.now()));
    refresh();
}

std::vector<FactsPane::Group> FactsPane::groups() const
{
    std::map<std::pair<int, std::string>, std::vector<FactThen>> bySpace;
    for (const FactThen& fact : m_moment.facts)
        if (isFact(fact) && (fact.asked || m_showsAll)) {
            const std::string space = namespaceOf(fact.attribute);
            bySpace[{rankOfSpace(space), space}].push_back(fact);
        }
    std::vector<Group> groups;
    for (auto& [key, facts] : bySpace)
        groups.push_back({spaceTitle(key.second), std::move(facts)});
    return groups;
}

void FactsPane::refresh()
{
    const auto all = std::ranges::count_if(m_moment.facts, isFact);
    const auto asked
        = std::ranges::count_if(m_moment.facts, [](const FactThen& fact) { return isFact(fact) && fact.asked; });
    m_all->setText(m_showsAll ? tr("Show what rules asked for") : tr("Show all %1").arg(all));
    m_all->setVisible(all > asked || m_showsAll);
    QVBoxLayout* column = m_scroll->restart();
    for (const Group& group : groups()) {
        addTitle(*column, group.title);
        for (const FactThen& fact : group.facts)
            addFact(*column, fact);
    }
    addSignals(*column);
    column->addSpacing(m_context.theme.px(12));
    column->addStretch();
    m_scroll->finish();
}

void FactsPane::addTitle(QVBoxLayout& column, const QString& title)
{
    const Theme& theme = m_context.theme;
    QLabel* label
        = newLabel(title, m_context.theme, TextStyle::SectionLabel, ThemeColor::TextMuted, m_scroll->widget());
    label->setContentsMargins(theme.px(16), theme.px(10), theme.px(16), theme.px(4));
    column.addWidget(label);
}

void FactsPane::addFact(QVBoxLayout& column, const FactThen& fact)
{
    addRow(column, attributeTitle(fact.attribute, *m_moment.rulebook),
           valueText(fact.attribute, fact.value, *m_moment.rulebook), provenance(fact, m_context.now()),
           fact.attribute == m_decisive, !fact.value);
}

void FactsPane::addSignals(QVBoxLayout& column)
{
    if (m_moment.decision.signalShares.empty())
        return;
    addTitle(column, tr("Signals"));
    for (const SignalShare& share : m_moment.decision.signalShares) {
        const double points = std::round(share.points);
        const QString shown = points < 0 ? QChar(0x2212) + formatNumber(-points) : u'+' + formatNumber(points);
        addRow(column, line(share.name.empty() ? share.id.value : share.name, 80), shown, formatClock(share.observedAt),
               false, false);
    }
}

void FactsPane::addRow(QVBoxLayout& column, const QString& name, const QString& value, const QString& source,
                       bool decisive, bool missing)
{
    Theme& theme = m_context.theme;
    auto* row = new QWidget(m_scroll->widget());
    if (decisive) {
        row->setObjectName(u"decisiveFact"_s);
        setSurface(*row, theme, ThemeColor::BadTint);
    }
    row->setMinimumHeight(theme.px(28));
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(theme.px(16), theme.px(3), theme.px(16), theme.px(3));
    layout->setSpacing(theme.px(8));
    auto* label = new ElidedLabel(theme, TextStyle::Body, ThemeColor::Text, row);
    label->setText(name);
    label->setFixedWidth(theme.px(labelColumn));
    layout->addWidget(label);
    auto* shown = new ElidedLabel(theme, decisive ? TextStyle::BodyStrong : TextStyle::Body,
                                  missing ? ThemeColor::TextMuted : ThemeColor::Text, row);
    shown->setText(value.isEmpty() ? tr("empty") : value);
    layout->addWidget(shown, 1);
    auto* from = new ElidedLabel(theme, TextStyle::Small, ThemeColor::TextMuted, row);
    from->setText(source);
    from->setAlignment(Qt::AlignRight);
    from->setMaximumWidth(theme.px(sourceColumn));
    layout->addWidget(from);
    row->setAccessibleName(source.isEmpty() ? tr("%1: %2", "a fact").arg(name, value)
                                            : tr("%1: %2, %3", "a fact with its source").arg(name, value, source));
    column.addWidget(row);
}

}
