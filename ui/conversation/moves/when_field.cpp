#include "ui/conversation/moves/when_field.h"

#include "ui/shared/format_text.h"
#include "ui/shared/wheel_guard.h"

#include <QButtonGroup>
#include <QDateTimeEdit>
#include <QHBoxLayout>
#include <QRadioButton>
#include <QVBoxLayout>

namespace signalbox {
namespace {

QDateTime localTime(Instant at) { return QDateTime::fromMSecsSinceEpoch(toMicroseconds(at) / 1000); }
Instant instantOf(const QDateTime& at) { return Instant{std::chrono::milliseconds{at.toMSecsSinceEpoch()}}; }

}

std::vector<NamedTime> usualTimes(Instant now)
{
    const QDate today = localTime(now).date();
    const auto nine = [](const QDate& day) { return instantOf(QDateTime(day, QTime(9, 0))); };
    const Instant one = now + std::chrono::hours{1};
    const Instant three = now + std::chrono::hours{3};
    std::vector<NamedTime> times{{WhenField::tr("In 1 hour, at %1").arg(formatClock(one)), one},
                                 {WhenField::tr("In 3 hours, at %1").arg(formatClock(three)), three},
                                 {WhenField::tr("Tomorrow at 9:00"), nine(today.addDays(1))}};
    if (today.dayOfWeek() != Qt::Sunday)   // on Sundays that is tomorrow
        times.push_back({WhenField::tr("Monday at 9:00"), nine(today.addDays(8 - today.dayOfWeek()))});
    return times;
}

WhenField::WhenField(Theme& theme, const std::vector<NamedTime>& named, Instant now, QWidget* parent)
    : QWidget(parent),
      m_named(named),
      m_choices(new QButtonGroup(this)),
      m_own(new QRadioButton(tr("At"), this)),
      m_at(new QDateTimeEdit(this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme.px(6));
    for (std::size_t i = 0; i < m_named.size(); ++i) {
        auto* choice = new QRadioButton(m_named[i].name, this);
        choice->setObjectName(QStringLiteral("when%1").arg(i));
        m_choices->addButton(choice, int(i));
        column->addWidget(choice);
    }
    m_own->setObjectName(QStringLiteral("whenOwn"));
    m_own->setAccessibleName(tr("At a day and time"));
    m_choices->addButton(m_own, int(m_named.size()));
    m_at->setObjectName(QStringLiteral("whenAt"));
    m_at->setAccessibleName(tr("Day and time"));
    m_at->setDisplayFormat(QStringLiteral("ddd d MMM yyyy HH:mm"));
    m_at->setLocale(QLocale(QLocale::English, QLocale::UnitedKingdom));
    m_at->setCalendarPopup(true);
    m_at->setMinimumDateTime(localTime(now));
    m_at->setDateTime(localTime(now + std::chrono::hours{2}));
    ignoreWheelWithoutFocus(*m_at);
    auto* row = new QHBoxLayout;
    row->setSpacing(theme.px(8));
    row->addWidget(m_own);
    row->addWidget(m_at);
    row->addStretch();
    column->addLayout(row);
    m_choices->button(0)->setChecked(true);
    connect(m_choices, &QButtonGroup::idToggled, this, &WhenField::changed);
    connect(m_at, &QDateTimeEdit::dateTimeChanged, this, [this] {
        m_own->setChecked(true);
        Q_EMIT changed();
    });
}

void WhenField::setOwn(Instant at)
{
    m_at->setDateTime(localTime(at));
    m_own->setChecked(true);
}

std::optional<Instant> WhenField::chosen() const
{
    const int id = m_choices->checkedId();
    return id < int(m_named.size()) ? m_named[std::size_t(std::max(id, 0))].at
                                    : std::optional(instantOf(m_at->dateTime()));
}

void WhenField::takeKeyboard() { m_choices->checkedButton()->setFocus(Qt::OtherFocusReason); }

}
