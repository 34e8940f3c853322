#pragma once

#include "model/domain/value.h"
#include "ui/shared/theme.h"

#include <QLineEdit>

#include <optional>
#include <string>

namespace signalbox {

// One literal as text, with its unit beside it: "500 people", "€25,000", "2:00".
class LiteralEdit : public QLineEdit {
    Q_OBJECT

public:
    LiteralEdit(Theme& theme, ValueType type, std::string unit, const QString& name, QWidget* parent = nullptr);

    void showValue(const Value& value);
    std::optional<Value> value() const;
    bool isWrong() const { return !text().isEmpty() && !value(); }
    void setSuggestions(const QStringList& values);
    const std::string& unit() const { return m_unit; }

Q_SIGNALS:
    void left();

protected:
    void paintEvent(QPaintEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    QString prefix() const;
    QString suffix() const;
    void makeRoomForUnit();

    Theme& m_theme;
    ValueType m_type;
    std::string m_unit;
};

}
