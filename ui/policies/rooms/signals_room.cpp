#include "ui/policies/rooms/signals_room.h"

#include "model/domain/names.h"
#include "ui/policies/editor/condition_editor.h"
#include "ui/policies/rooms/fade_curve.h"
#include "ui/policies/rooms/room_fields.h"
#include "ui/shared/analysis_port.h"
#include "ui/shared/field_column.h"
#include "ui/shared/themed.h"
#include "ui/shared/wheel_guard.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QLineEdit>

namespace signalbox {
namespace {

constexpr double mostMinutes = 1e7;

// "25", not "25.0".
class Decimal : public QDoubleSpinBox {
public:
    using QDoubleSpinBox::QDoubleSpinBox;
    QString textFromValue(double value) const override { return locale().toString(value, 'g', 12); }
};

QDoubleSpinBox* newDecimal(const Theme& theme, const QString& objectName, double least, double most,
                           const QString& suffix)
{
    auto* field = new Decimal;
    field->setObjectName(objectName);
    field->setRange(least, most);
    field->setDecimals(1);
    field->setSuffix(suffix);
    field->setMinimumWidth(theme.px(140));
    field->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    ignoreWheelWithoutFocus(*field);
    return field;
}

void showNumber(QDoubleSpinBox& field, double value)
{
    const QSignalBlocker quiet(field);
    if (field.value() != value)
        field.setValue(value);
}

}

SignalsRoom::SignalsRoom(const StudioContext& context, QWidget* parent)
    : SectionRoom(context,
                  {QStringLiteral("signals"), tr("Signals"),
                   tr("Cues with points that fade. Their sum is a score from 0 to 100; tiers and policies compare it."),
                   tr("Add signal"),
                   tr("There are no signals yet. Add the first one, such as a visit to the price page.")},
                  tr("signal", "entry of the rulebook"), &Rulebook::signals, false, parent),
      m_name(fields()->addLine(QStringLiteral("signalName"), tr("Name"), 120)),
      m_score(fields()->addChoice(QStringLiteral("signalScore"), tr("Counts for"),
                                  tr("Who they are, what they want, how soon, or what it is worth."))),
      m_weight(newDecimal(context.page.theme, QStringLiteral("signalWeight"), -100, 100, tr(" points"))),
      m_halfLife(newDecimal(context.page.theme, QStringLiteral("signalHalfLife"), 0, mostMinutes, tr(" min"))),
      m_curve(new FadeCurve(context.page.theme)),
      m_when(new ConditionEditor(context)),
      m_share(newParagraph({}, context.page.theme, TextStyle::Secondary, ThemeColor::TextMuted))
{
    for (const auto& [score, words] :
         {std::pair{Score::Intent, tr("Intent: what they want")}, std::pair{Score::Fit, tr("Fit: who they are")},
          std::pair{Score::Urgency, tr("Urgency: how soon")}, std::pair{Score::Worth, tr("Value: what it is worth")}})
        m_score->addItem(words, int(score));
    m_halfLife->setSpecialValueText(tr("Never fades"));
    fields()->addField(m_weight, tr("Points"), tr("From −100 to 100. Negative points speak against it."));
    fields()->addField(m_halfLife, tr("Half of them are left after"));
    fields()->addField(m_curve, tr("How they fade"));
    m_when->setObjectName(QStringLiteral("signalCondition"));
    fields()->addWide(m_when, tr("Seen when"));
    m_share->setObjectName(QStringLiteral("signalShare"));
    fields()->addPlain(m_share);
    connectFields();
    start();
}

void SignalsRoom::connectFields()
{
    connect(m_name, &QLineEdit::textEdited, this, [this](const QString& text) {
        change(
            tr("set the name"), [&](Signal& signal) { signal.name = text.toStdString(); }, QStringLiteral("name"));
    });
    connect(m_score, &QComboBox::activated, this, [this] {
        change(tr("set the score"), [&](Signal& signal) { signal.score = Score(m_score->currentData().toInt()); });
    });
    connect(m_weight, &QDoubleSpinBox::valueChanged, this, [this](double points) {
        change(
            tr("set the points"), [&](Signal& signal) { signal.weight = points; }, QStringLiteral("weight"));
    });
    connect(m_halfLife, &QDoubleSpinBox::valueChanged, this, [this](double minutes) {
        change(
            tr("set the half-life"), [&](Signal& signal) { signal.halfLifeMinutes = minutes; },
            QStringLiteral("halfLife"));
    });
    connect(m_when, &ConditionEditor::edited, this,
            [this](const Condition& when, const QString& what, const QString& key) {
                change(
                    what, [&](Signal& signal) { signal.when = when; }, key);
            });
    connect(&studio().analysis, &AnalysisPort::passRatesCounted, this,
            [this](quint64 ticket, const std::vector<double>& shares, qint64 conversations) {
                if (ticket != m_ticket || shares.empty())
                    return;
                m_share->setText(conversations == 0
                                     ? tr("No conversations in the last 7 days to compare with.")
                                     : tr("Holds in %1 of %2 conversations of the last 7 days.")
                                           .arg(formatPercent(shares.front()), formatCount(conversations)));
            });
}

Signal SignalsRoom::newEntry() const
{
    Signal signal;
    signal.when = Condition{AllOf{}};
    signal.weight = 10;
    signal.halfLifeMinutes = 30;
    return signal;
}

void SignalsRoom::showChosen()
{
    const Signal* const signal = chosen();
    if (!signal)
        return;
    showText(*m_name, signal->name);
    m_score->setCurrentIndex(m_score->findData(int(signal->score)));
    showNumber(*m_weight, signal->weight);
    showNumber(*m_halfLife, signal->halfLifeMinutes);
    m_curve->setSignal(signal->weight, signal->halfLifeMinutes);
    m_when->setCondition(signal->when, place() + QStringLiteral("/when"));
    askShare(*signal);
}

void SignalsRoom::askShare(const Signal& signal)
{
    if (m_ticket != 0 && signal.when == m_asked)
        return;
    m_asked = signal.when;
    const Instant now = studio().page.now();
    m_ticket = studio().analysis.askPassRates({signal.when}, {now - lookedBack, now});
}

}
