#pragma once

#include "ui/policies/studio_context.h"

#include <QWidget>

class QAction;
class QSplitter;
class QToolButton;

namespace signalbox {

class PolicyEditor;
class PolicyListPane;
class TryPane;

// The policies: their list, the chosen one, and what happens when it is tried. Where there is little room Try is behind a
// button.
class PolicyRoom : public QWidget {
    Q_OBJECT

public:
    explicit PolicyRoom(const StudioContext& context, QWidget* parent = nullptr);

    // For the window's Policy menu, in order.
    QList<QAction*> menuActions() const;
    // "/policies/3/when/all/0": chooses that policy and puts the focus there.
    void showPlace(const QString& pointer);
    void showPolicy(const PolicyId& policy);
    TryPane& tryPane() { return *m_try; }
    void showTry(bool shown);
    bool isTryShown() const;

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void arrange();

    StudioContext m_context;
    PolicyListPane* m_list;
    PolicyEditor* m_editor;
    TryPane* m_try;
    QSplitter* m_splitter;
    QAction* m_toggle;
    bool m_wanted = true;    // Try, where there is room for it
    bool m_opened = false;   // Try, over little room
};

}
