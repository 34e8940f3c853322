#pragma once

#include "ui/policies/editor/condition_node.h"
#include "ui/policies/editor/grip.h"
#include "ui/policies/studio_context.h"

#include <QWidget>

namespace signalbox {

class SeenValuesStore;

// How a line stands on the studio's sample.
struct RowMark {
    std::optional<bool> holds;   // none: no sample is chosen
    QString found;               // the value: "480", "missing"
    bool isMuted = false;        // it failed inside an `any` that holds
    bool operator==(const RowMark&) const = default;
};

// What all lines of a condition editor share.
struct LineSurroundings {
    StudioContext context;
    SeenValuesStore& seen;
    bool isReadOnly = false;
    bool showsPassRates = true;   // there is room for the columns
    bool showsSample = true;
};

// One line of a condition editor: a comparison or the head of a group.
class ConditionLine : public QWidget {
    Q_OBJECT

public:
    ConditionLine(LineSurroundings& surroundings, QWidget* parent);

    static int indent(const Theme& theme, int depth);   // of a line, from the editor's left edge

    // The rulebook may have other names by now: called for every line after each change.
    virtual void showNode(const ConditionNode& node, int depth) = 0;
    virtual QList<QWidget*> tabChain() const = 0;
    virtual void focusMain() = 0;   // where editing begins
    virtual void fitColumns() = 0;

    quint64 id() const { return m_id; }
    Grip* grip() const { return m_grip; }
    void setSelected(bool selected);
    bool isSelected() const { return m_selected; }

protected:
    void paintEvent(QPaintEvent* event) override;
    void keep(const ConditionNode& node, int depth)
    {
        m_id = node.id;
        m_depth = depth;
    }
    LineSurroundings& m_surroundings;
    Theme& m_theme;
    Grip* m_grip;
    int m_depth = 0;

private:
    quint64 m_id = 0;
    bool m_selected = false;
};

}
