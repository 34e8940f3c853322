#pragma once

#include "ui/shared/theme.h"

#include <QFrame>
#include <QTimer>

#include <functional>

namespace signalbox {

class ElidedLabel;

// "Removed Opening hours   Undo": stands 8 s at the bottom of a pane, longer while the pointer or the focus is on it.
// Hidden when there is nothing to undo.
class UndoBar : public QFrame {
    Q_OBJECT

public:
    explicit UndoBar(Theme& theme, QWidget* parent = nullptr);

    void offer(const QString& whatWasDone, std::function<void()> undo);
    void dismiss();
    bool isOffering() const { return static_cast<bool>(m_undo); }
    void undo();   // what the button and Ctrl+Z do

protected:
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    Theme& m_theme;
    ElidedLabel* m_text;
    std::function<void()> m_undo;
    QTimer m_timer;
};

}
