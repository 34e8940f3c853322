#pragma once

#include "model/domain/value.h"
#include "ui/shared/theme.h"

#include <QWidget>

#include <string>
#include <vector>

namespace signalbox {

class LiteralEdit;

// Several values as chips, with a line to add one: Enter or a comma adds, Backspace takes the last away, ← goes to the
// chips, where Delete takes one away.
class ChipField : public QWidget {
    Q_OBJECT

public:
    ChipField(Theme& theme, ValueType type, const std::string& unit, const QString& name, QWidget* parent = nullptr);

    void setValues(const std::vector<Value>& values);
    const std::vector<Value>& values() const { return m_values; }
    bool isWrong() const;
    void setSuggestions(const QStringList& values);
    void setReadOnly(bool readOnly);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    void edited();
    void left();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;

private:
    void place();
    bool addWritten();   // whether there was something to add
    void removeAt(std::size_t at);
    bool takeKey(int key);
    QString textOf(std::size_t at) const;
    QRect crossOf(const QRect& chip) const;

    Theme& m_theme;
    LiteralEdit* m_edit;
    std::vector<Value> m_values;
    std::vector<QRect> m_chips;
    int m_current = -1;   // the chip that Delete takes away
    bool m_readOnly = false;
};

}
