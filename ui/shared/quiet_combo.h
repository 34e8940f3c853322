#pragma once

#include <QComboBox>

namespace signalbox {

// A combo box that the wheel passes by unless it has the focus, and that gives way when there is little room.
class QuietCombo : public QComboBox {
    Q_OBJECT

public:
    // `name` is what a screen reader says.
    QuietCombo(const QString& name, const QString& objectName, QWidget* parent = nullptr);

    // Chooses the entry with this data; none when there is no such entry. Emits no `activated`.
    void chooseData(const QVariant& wanted);
};

}
