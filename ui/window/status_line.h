#pragma once

#include "ui/shared/page_context.h"

#include <QTimer>
#include <QWidget>

#include <deque>

class QLabel;

namespace signalbox {

class PresenceShape;

// The line at the bottom: whether all is well, the rules that are live, how fast messages come in, the gateway, the time.
class StatusLine : public QWidget {
    Q_OBJECT

public:
    explicit StatusLine(const PageContext& context, QWidget* parent = nullptr);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void refresh();
    void measure();
    void showHealth();

    struct Measured {
        Instant at;
        std::uint64_t messages;
    };

    PageContext m_context;
    PresenceShape* m_shape;
    QLabel* m_health;
    QLabel* m_rules;
    QLabel* m_rate;
    QLabel* m_gateway;
    QLabel* m_clock;
    QString m_trouble;
    std::deque<Measured> m_measured;   // one a second, over the last minute
    QTimer m_second;
};

}
