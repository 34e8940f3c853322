#include "ui/insights/question_bar.h"

#include "model/domain/names.h"
#include "ui/insights/insights_words.h"
#include "ui/shared/buttons.h"
#include "ui/shared/format_text.h"
#include "ui/shared/quiet_combo.h"
#include "ui/shared/tag.h"
#include "ui/shared/themed.h"

#include <QDateEdit>
#include <QDateTime>
#include <QHBoxLayout>
#include <QPushButton>
#include <QTimeZone>
#include <QVBoxLayout>

#include <algorithm>

namespace signalbox {
namespace {

QDate dayInUtc(Instant at)
{
    return QDateTime::fromMSecsSinceEpoch(toMicroseconds(at) / 1000, QTimeZone::utc()).date();
}

Instant beginOf(const QDate& day)
{
    return fromMicroseconds(QDateTime(day, QTime(0, 0), QTimeZone::utc()).toMSecsSinceEpoch() * 1000);
}

QString anyOf(Dimension dimension)
{
    switch (dimension) {
    case Dimension::Channel:
        return QuestionBar::tr("All channels");
    case Dimension::Tier:
        return QuestionBar::tr("All tiers");
    case Dimension::Queue:
        return QuestionBar::tr("All queues");
    case Dimension::Agent:
        return QuestionBar::tr("All agents");
    default:
        return QuestionBar::tr("All versions");
    }
}

}

QuestionBar::QuestionBar(const PageContext& context, QWidget* parent)
    : QWidget(parent),
      m_context(context),
      m_period(new QuietCombo(tr("Period"), QStringLiteral("insightsPeriod"), this)),
      m_from(newDay(QStringLiteral("insightsFrom"), tr("From this day on"))),
      m_to(newDay(QStringLiteral("insightsTo"), tr("To this day"))),
      m_origin(new QuietCombo(tr("Which conversations"), QStringLiteral("insightsOrigin"), this)),
      m_tag(new Tag(context.theme, this)),
      m_by(new QuietCombo(tr("Broken down by"), QStringLiteral("insightsBy"), this)),
      m_clear(newLink(tr("Clear the filters"), QStringLiteral("clearInsightsFilters"), this))
{
    setSurface(*this, context.theme, ThemeColor::Panel);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(context.theme.px(20), context.theme.px(10), context.theme.px(20), context.theme.px(10));
    column->setSpacing(context.theme.px(8));
    m_from->setDate(dayInUtc(periodOf(PeriodChoice::FourWeeks, context.now()).since));
    column->addWidget(newPeriodRow());
    column->addWidget(newFilterRow());
    for (QuietCombo* combo : {m_period, m_origin, m_by})
        connect(combo, &QComboBox::activated, this, [this] {
            refresh();
            Q_EMIT changed();
        });
    for (QDateEdit* day : {m_from, m_to})
        connect(day, &QDateEdit::dateChanged, this, [this] {
            if (m_period->currentData().toInt() == int(PeriodChoice::TwoDates))
                Q_EMIT changed();
        });
    connect(m_clear, &QPushButton::clicked, this, [this] {
        clearFilters();
        Q_EMIT changed();
    });
    refresh();
}

void QuestionBar::setAsksBy(bool asks) { m_by->setVisible(asks); }

QDateEdit* QuestionBar::newDay(const QString& objectName, const QString& name)
{
    auto* day = new QDateEdit(dayInUtc(m_context.now()), this);
    day->setObjectName(objectName);
    day->setAccessibleName(name);
    day->setToolTip(tr("%1, in UTC").arg(name));
    day->setCalendarPopup(true);
    day->setDisplayFormat(QStringLiteral("d MMM yyyy"));
    return day;
}

QWidget* QuestionBar::newPeriodRow()
{
    auto* row = new QWidget(this);
    auto* line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(m_context.theme.px(8));
    const std::pair<QString, PeriodChoice> periods[]{
        {tr("This week"), PeriodChoice::ThisWeek},     {tr("Last week"), PeriodChoice::LastWeek},
        {tr("Last 4 weeks"), PeriodChoice::FourWeeks}, {tr("Last 12 weeks"), PeriodChoice::TwelveWeeks},
        {tr("All time"), PeriodChoice::All},           {tr("Two dates"), PeriodChoice::TwoDates}};
    for (const auto& [name, choice] : periods)
        m_period->addItem(name, int(choice));
    m_period->chooseData(int(PeriodChoice::FourWeeks));
    m_period->setToolTip(
        tr("Weeks are those of ISO 8601, Monday 00:00 in UTC, as in “signalbox report”. The last 4 and "
           "12 weeks end with this one."));
    m_origin->addItem(tr("Live"), int(Origin::Live));
    m_origin->addItem(tr("Simulated", "practice conversations"), int(Origin::Practice));
    m_origin->addItem(tr("Imported"), int(Origin::Imported));
    m_origin->setToolTip(tr("Live, simulated and imported conversations are never mixed."));
    m_tag->setObjectName(QStringLiteral("insightsTag"));
    for (const Dimension dimension : everyDimension)
        m_by->addItem(tr("By %1").arg(dimensionWords(dimension)), int(dimension));
    for (QWidget* part : std::initializer_list<QWidget*>{m_period, m_from, m_to, m_origin, m_tag})
        line->addWidget(part);
    line->addStretch(1);
    line->addWidget(m_by);
    return row;
}

QWidget* QuestionBar::newFilterRow()
{
    auto* row = new QWidget(this);
    auto* line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(m_context.theme.px(8));
    for (const Dimension dimension :
         {Dimension::Channel, Dimension::Tier, Dimension::Queue, Dimension::Agent, Dimension::Version}) {
        auto* filter
            = new QuietCombo(anyOf(dimension), QStringLiteral("filterBy_%1").arg(text(nameOf(dimension))), row);
        filter->addItem(anyOf(dimension), QString());
        filter->hide();
        connect(filter, &QComboBox::activated, this, [this] {
            refresh();
            Q_EMIT changed();
        });
        m_filters[dimension] = filter;
        line->addWidget(filter);
    }
    line->addWidget(m_clear);
    line->addStretch(1);
    for (QuietCombo* combo : findChildren<QuietCombo*>()) {
        combo->setMinimumContentsLength(10);
        // It gives way beside the list of conversations, as far as its first entry can be read.
        combo->setMinimumWidth(combo->fontMetrics().horizontalAdvance(combo->itemText(0)) + m_context.theme.px(38));
    }
    return row;
}

void QuestionBar::setChoices(const FigureChoices& choices)
{
    for (const auto& [dimension, combo] : m_filters) {
        const QString chosen = combo->currentData().toString(), chosenName = combo->currentText();
        combo->clear();
        combo->addItem(anyOf(dimension), QString());
        if (const auto known = choices.find(dimension); known != choices.end())
            for (const FigureChoice& choice : known->second)
                combo->addItem(choiceName(dimension, choice.id, choice.name, m_context.model), text(choice.id));
        if (!chosen.isEmpty() && combo->findData(chosen) < 0)
            combo->addItem(chosenName, chosen);
        combo->chooseData(chosen);
        combo->setVisible(combo->count() > 2 || !chosen.isEmpty());
    }
    refresh();
}

InsightsPeriod QuestionBar::period() const
{
    const auto choice = PeriodChoice(m_period->currentData().toInt());
    if (choice != PeriodChoice::TwoDates)
        return periodOf(choice, m_context.now());
    const auto [first, last] = std::minmax(m_from->date(), m_to->date());
    return {beginOf(first), beginOf(last.addDays(1))};
}

FigureQuestion QuestionBar::question() const
{
    FigureQuestion question;
    question.now = m_context.now();
    question.since = period().since;
    question.until = period().until;
    question.origin = Origin(m_origin->currentData().toInt());
    const auto chosen
        = [this](Dimension dimension) { return m_filters.at(dimension)->currentData().toString().toStdString(); };
    question.channel = fromName<Channel>(chosen(Dimension::Channel));
    question.tier = chosen(Dimension::Tier);
    question.queue = chosen(Dimension::Queue);
    question.agent = chosen(Dimension::Agent);
    if (const std::string version = chosen(Dimension::Version); !version.empty())
        question.version = QString::fromStdString(version).toInt();
    return question;
}

Dimension QuestionBar::by() const { return Dimension(m_by->currentData().toInt()); }

void QuestionBar::clearFilters()
{
    for (const auto& [dimension, combo] : m_filters)
        combo->setCurrentIndex(0);
    refresh();
}

void QuestionBar::showEverything()
{
    m_period->chooseData(int(PeriodChoice::All));
    clearFilters();
    Q_EMIT changed();
}

void QuestionBar::showOrigin(Origin origin)
{
    m_origin->chooseData(int(origin));
    refresh();
    Q_EMIT changed();
}

void QuestionBar::refresh()
{
    const bool dates = m_period->currentData().toInt() == int(PeriodChoice::TwoDates);
    m_from->setVisible(dates);
    m_to->setVisible(dates);
    const auto origin = Origin(m_origin->currentData().toInt());
    m_tag->setTag(origin == Origin::Live ? TagLook{}
                      : origin == Origin::Practice
                      ? TagLook{tr("Simulated"), {}, ThemeColor::Note, ThemeColor::NoteTint}
                      : TagLook{tr("Imported"), {}, ThemeColor::Note, ThemeColor::NoteTint});
    bool filtered = false, offered = false;
    for (const auto& [dimension, combo] : m_filters) {
        filtered = filtered || combo->currentIndex() > 0;
        offered = offered || !combo->isHidden();   // the row that has them may be
    }
    m_clear->setVisible(filtered);
    m_clear->parentWidget()->setVisible(offered);
}

}
