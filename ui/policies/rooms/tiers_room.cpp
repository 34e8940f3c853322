#include "ui/policies/rooms/tiers_room.h"

#include "model/domain/names.h"
#include "ui/policies/editor/condition_editor.h"
#include "ui/policies/rooms/room_fields.h"
#include "ui/policies/rooms/score_chart.h"
#include "ui/policies/rooms/threshold_table.h"
#include "ui/shared/analysis_port.h"
#include "ui/shared/field_column.h"
#include "ui/shared/themed.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QSpinBox>

namespace signalbox {
namespace {


}

TiersRoom::TiersRoom(const StudioContext& context, QWidget* parent)
    : SectionRoom(context,
                  {QStringLiteral("tiers"), tr("Tiers"),
                   tr("Priority bands, the most urgent first. A conversation gets the first whose condition holds."),
                   tr("Add tier"),
                   tr("There are no tiers yet. Add the first one: the conversations that cannot wait.")},
                  tr("tier", "entry of the rulebook"), &Rulebook::tiers, true, parent),
      m_name(fields()->addLine(QStringLiteral("tierName"), tr("Name"), 120)),
      m_target(fields()->addWhole(QStringLiteral("tierTarget"), tr("Answer within"), 0, mostSeconds, tr(" s"),
                                  tr("Counted from when the conversation needs a person."))),
      m_keep(fields()->addWhole(QStringLiteral("tierKeep"), tr("Keep for at least"), 0, mostSeconds, tr(" s"),
                                tr("It does not drop to a lower tier before that."))),
      m_score(fields()->addChoice(QStringLiteral("tierScore"), tr("Scores of the last 7 days"))),
      m_chart(new ScoreChart(context.page.theme)),
      m_above(newParagraph({}, context.page.theme, TextStyle::Secondary, ThemeColor::TextMuted)),
      m_when(new ConditionEditor(context)),
      m_thresholds(new ThresholdTable(context.page.theme))
{
    buildFields();
    connectFields();
    start();
    askScores();
}

void TiersRoom::buildFields()
{
    m_target->setSpecialValueText(tr("No target"));
    m_keep->setSpecialValueText(tr("Not kept"));
    m_score->addItem(tr("Intent"), QStringLiteral("intent_score"));
    m_score->addItem(tr("Fit"), QStringLiteral("fit_score"));
    m_score->addItem(tr("Urgency"), QStringLiteral("urgency_score"));
    m_score->addItem(tr("Value"), QStringLiteral("value_score"));
    fields()->addField(m_chart, tr("Where the tiers begin"),
                       tr("Drag a line, or choose one with Tab and move it with the arrow keys."));
    m_above->setObjectName(QStringLiteral("tierShares"));
    fields()->addPlain(m_above);
    m_when->setObjectName(QStringLiteral("tierCondition"));
    fields()->addWide(m_when, tr("Holds when"));
    m_thresholds->setObjectName(QStringLiteral("tierThresholds"));
    fields()->addWide(m_thresholds, tr("Other numbers on some channels"), tr("Empty: as in the condition."));
}

void TiersRoom::connectFields()
{
    connect(m_name, &QLineEdit::textEdited, this, [this](const QString& text) {
        change(
            tr("set the name"), [&](Tier& tier) { tier.name = text.toStdString(); }, QStringLiteral("name"));
    });
    connect(m_target, &QSpinBox::valueChanged, this, [this](int value) {
        change(
            tr("set the response target"),
            [&](Tier& tier) { tier.responseTarget = value > 0 ? std::optional(seconds{value}) : std::nullopt; },
            QStringLiteral("target"));
    });
    connect(m_keep, &QSpinBox::valueChanged, this, [this](int value) {
        change(
            tr("set how long it is kept"), [&](Tier& tier) { tier.keepFor = seconds{value}; }, QStringLiteral("keep"));
    });
    connect(m_when, &ConditionEditor::edited, this,
            [this](const Condition& when, const QString& what, const QString& key) {
                change(
                    what, [&](Tier& tier) { tier.when = when; }, key);
            });
    connect(m_thresholds, &ThresholdTable::edited, this, [this](const Thresholds& after) {
        change(
            tr("set the thresholds"), [&](Tier& tier) { tier.thresholds = after; }, QStringLiteral("thresholds"));
    });
    connect(m_chart, &ScoreChart::markerMoved, this, &TiersRoom::moveThreshold);
    connect(m_score, &QComboBox::activated, this, [this] {
        askScores();
        showMarkers();
    });
    connect(&studio().analysis, &AnalysisPort::valuesSeen, this, [this](quint64 ticket, const SeenValues& seen) {
        if (ticket != m_ticket)
            return;
        m_chart->setSeen(seen);
        m_noneSeen = seen.histogram.empty();
        showAbove();
    });
}

Tier TiersRoom::newEntry() const
{
    Tier tier;
    tier.when = Condition{AllOf{{Condition{Comparison{"intent_score", Operator::Ge, Value(50.0)}}}}};
    return tier;
}

// Chips show the id before the name, so it is as short as "P1".
QString TiersRoom::newId(int number) const { return QStringLiteral("T%1").arg(number); }

QString TiersRoom::listedTitle(const Tier& tier) const
{
    const QString title = titleOf(tier);
    return tier.name.empty() ? title : tr("%1 %2", "code and name of a tier").arg(line(tier.id.value, 12), title);
}

void TiersRoom::showChosen()
{
    const Tier* const tier = chosen();
    if (!tier)
        return;
    showText(*m_name, tier->name);
    showWhole(*m_target, tier->responseTarget ? int(tier->responseTarget->count()) : 0);
    showWhole(*m_keep, int(tier->keepFor.count()));
    m_when->setCondition(tier->when, place() + QStringLiteral("/when"));
    m_thresholds->show(tier->when, tier->thresholds, studio().draft.rulebook());
    showMarkers();
}

std::vector<EntryRoom::Reference> TiersRoom::references(const QString& id) const
{
    return referencesFrom<Reference>(usesOf(studio().draft.rulebook(), TierId{id.toStdString()}));
}

void TiersRoom::askScores()
{
    const Instant now = studio().page.now();
    m_chart->setSeen({});
    m_noneSeen = false;
    m_ticket
        = studio().analysis.askSeenValues(m_score->currentData().toString().toStdString(), {now - lookedBack, now});
}

// A line for each tier that compares the score with a number; for the chosen one also those of its channels.
void TiersRoom::showMarkers()
{
    const std::string score = m_score->currentData().toString().toStdString();
    std::vector<ScoreChart::Marker> markers;
    for (std::size_t i = 0; i < all().size(); ++i) {
        const Tier& tier = all()[i];
        const auto number = comparedNumber(tier.when, score);
        if (!number)
            continue;
        const QString code = line(tier.id.value, 12);
        markers.push_back({text(tier.id.value), code, *number, int(i)});
        if (&tier != chosen())
            continue;
        for (const auto& [channel, numbers] : tier.thresholds)
            if (const auto own = numbers.find(score); own != numbers.end())
                markers.push_back(
                    {text(tier.id.value + '\n' + channel),
                     tr("%1 on %2").arg(code, channelName(fromName<Channel>(channel).value_or(Channel::Api))),
                     own->second, int(i)});
    }
    m_chart->setMarkers(markers);
    showAbove();
}

void TiersRoom::moveThreshold(const QString& marker, double to)
{
    const QStringList parts = marker.split(u'\n');
    const std::string score = m_score->currentData().toString().toStdString();
    const Tier* const moved = find(parts.first());
    if (!moved)
        return;
    studio().draft.editRooms(
        tr("set where %1 begins to %2").arg(titleOf(*moved), formatNumber(to)),
        [&](Rulebook& rulebook) {
            for (Tier& tier : rulebook.tiers)
                if (text(tier.id.value) != parts.first())
                    continue;
                else if (parts.size() > 1)
                    tier.thresholds[parts[1].toStdString()][score] = to;
                else
                    tier.when = withNumber(std::move(tier.when), score, to);
        },
        typingKey(marker));
}

void TiersRoom::showAbove()
{
    const Tier* const tier = chosen();
    const auto number
        = tier ? comparedNumber(tier->when, m_score->currentData().toString().toStdString()) : std::nullopt;
    const auto share = number ? m_chart->shareFrom(*number) : std::nullopt;
    m_above->setText(
        m_noneSeen ? tr("No conversations in the last 7 days to compare with.")
            : share
            ? tr("About %1 of the conversations scored %2 or more.").arg(formatPercent(*share), formatNumber(*number))
            : QString());
}

}
