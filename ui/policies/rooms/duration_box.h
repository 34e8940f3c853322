#pragma once

#include <QSpinBox>

namespace signalbox {

// A number of seconds as people write it: "45 s", "10 min", "2 h", "3 days". A number without a unit has the unit that
// is shown.
class DurationBox : public QSpinBox {
    Q_OBJECT

public:
    DurationBox(const QString& objectName, int least, int most, QWidget* parent = nullptr);

    QString textFromValue(int whole) const override;
    int valueFromText(const QString& text) const override;
    QValidator::State validate(QString& text, int& position) const override;
    void stepBy(int steps) override;   // ten seconds, a minute, an hour or a day, as it is long
};

}
