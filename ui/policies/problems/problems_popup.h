#pragma once

#include "ui/policies/studio_context.h"

#include <QFrame>

class QAction;

namespace signalbox {

class ProblemsPane;

// The problems of the draft beneath the link in the page's head that tells how many there are. Its actions step through
// them, open or not.
class ProblemsPopup : public QFrame {
    Q_OBJECT

public:
    explicit ProblemsPopup(const StudioContext& studio, QWidget* parent);

    QList<QAction*> menuActions() const { return m_actions; }   // Next problem (F8), Problem before (Shift+F8)
    void openBelow(QWidget& anchor);

private:
    void addStep(const QString& name, const QString& text, const QKeySequence& key, int by);

    StudioContext m_studio;
    ProblemsPane* m_pane;
    QList<QAction*> m_actions;
};

}
