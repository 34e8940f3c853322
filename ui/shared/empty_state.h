#pragma once

#include "ui/shared/theme.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace signalbox {

// Centred in a pane: one sentence why it is empty, and one button for the next step when there is one.
class EmptyState : public QWidget {
    Q_OBJECT

public:
    explicit EmptyState(Theme& theme, const QString& sentence, const QString& buttonText = {},
                        QWidget* parent = nullptr);

    void setSentence(const QString& sentence);
    QPushButton* button() const { return m_button; }   // hidden while it has no text

private:
    QLabel* m_sentence;
    QPushButton* m_button;
};

}
