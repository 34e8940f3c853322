#pragma once

#include "ui/shared/theme.h"

#include <QFrame>

class QLabel;

namespace signalbox {

// A sentence on a tint of its own.
class SentenceBox : public QFrame {
    Q_OBJECT

public:
    explicit SentenceBox(Theme& theme, QWidget* parent = nullptr);
    QLabel* label() const { return m_label; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Theme& m_theme;
    QLabel* m_label;
};

}
