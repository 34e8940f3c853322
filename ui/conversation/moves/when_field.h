#pragma once

#include "model/domain/instant.h"
#include "ui/shared/theme.h"

#include <QWidget>

#include <optional>
#include <vector>

class QButtonGroup;
class QDateTimeEdit;
class QRadioButton;

namespace signalbox {

// A time that is offered by its name: "Tomorrow at 9:00". No time: until something happens.
struct NamedTime {
    QString name;
    std::optional<Instant> at;
};
// In one hour, in three, tomorrow at 9:00 and next Monday at 9:00 by this desk's clock.
std::vector<NamedTime> usualTimes(Instant now);

// One of some named times, or a day and time of one's own.
class WhenField : public QWidget {
    Q_OBJECT

public:
    WhenField(Theme& theme, const std::vector<NamedTime>& named, Instant now, QWidget* parent = nullptr);

    void setOwn(Instant at);                 // chooses a time of one's own
    std::optional<Instant> chosen() const;   // none: until something happens
    void takeKeyboard();

Q_SIGNALS:
    void changed();

private:
    std::vector<NamedTime> m_named;
    QButtonGroup* m_choices;
    QRadioButton* m_own;
    QDateTimeEdit* m_at;
};

}
