#pragma once

#include "ui/shared/theme.h"

#include <QFrame>
#include <QTimer>

class QLabel;

namespace signalbox {

// "Sent in 5 s   Undo": counts down while a reply can still be taken back.
class HeldReplyBar : public QFrame {
    Q_OBJECT

public:
    explicit HeldReplyBar(Theme& theme, QWidget* parent = nullptr);

    void countDown(std::chrono::seconds from);
    void stop();

Q_SIGNALS:
    void over();
    void undoWanted();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void showLeft();

    Theme& m_theme;
    QLabel* m_text;
    QTimer m_second;
    std::chrono::seconds m_left{0};
};

}
