#pragma once

#include "ui/shared/page_context.h"

#include <QPushButton>
#include <QTimer>

class QMenu;

namespace signalbox {

struct AgentOnScreen;

// My presence in the top bar: what it is and why, the time that wrap-up has left, how much I hold by channel, and every
// state to choose.
class PresencePicker : public QPushButton {
    Q_OBJECT

public:
    explicit PresencePicker(const PageContext& context, QWidget* parent = nullptr);

private:
    void refresh();
    void showMenu();
    void addWayBack(QMenu& menu, const AgentOnScreen& me);
    void addPlaces(QMenu& menu, const AgentOnScreen& me) const;

    const PageContext& m_context;
    QTimer m_second;   // runs while a state has its time
};

}
