#pragma once

#include "ui/policies/editor/condition_line.h"

class QLabel;
class QToolButton;

namespace signalbox {

class ElidedLabel;
class QuietCombo;

// The head of a group: "all of these are true". The root's has a title before it and names the columns.
class GroupHead : public ConditionLine {
    Q_OBJECT

public:
    GroupHead(LineSurroundings& surroundings, QWidget* parent);

    void showNode(const ConditionNode& node, int depth) override;
    QList<QWidget*> tabChain() const override;
    void focusMain() override;
    void fitColumns() override;
    void setTitle(const QString& title);
    void setColumns(const QString& passRates, const QString& sample);

Q_SIGNALS:
    void kindChosen(signalbox::ConditionNode::Kind kind);
    void conditionWanted();
    void menuWanted(const QPoint& global);

protected:
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    QLabel* m_title;
    QuietCombo* m_kind;
    QLabel* m_words;
    ElidedLabel* m_passColumn;
    ElidedLabel* m_sampleColumn;
    QToolButton* m_add;
    QToolButton* m_more;
};

}
