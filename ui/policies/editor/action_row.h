#pragma once

#include "model/domain/decision.h"
#include "ui/policies/studio_context.h"

#include <QWidget>

#include <vector>

class QHBoxLayout;
class QLabel;
class QToolButton;
class QVBoxLayout;

namespace signalbox {

class ActionFieldEdit;
class Grip;
class QuietCombo;
class SeenValuesStore;
struct ActionField;

// One action: its kind and the fields of that kind.
class ActionRow : public QWidget {
    Q_OBJECT

public:
    ActionRow(const StudioContext& context, SeenValuesStore& seen, QWidget* parent);

    // `trouble`: why it cannot stay like that; empty when it can.
    void showAction(const Action& action, const QString& trouble, bool readOnly);
    const Action& action() const { return m_action; }
    Grip* grip() const { return m_grip; }
    QList<QWidget*> tabChain() const;
    void focusMain();

Q_SIGNALS:
    void changed(const signalbox::Action& after, bool typing);
    void removeWanted();

private:
    void replaceFields();
    void takeKind();

    StudioContext m_context;
    SeenValuesStore& m_seen;
    Action m_action;
    bool m_built = false;
    QVBoxLayout* m_column;
    QHBoxLayout* m_row;
    Grip* m_grip;
    QuietCombo* m_kind;
    QToolButton* m_remove;
    QLabel* m_trouble;
    QWidget* m_fieldsBox = nullptr;
    std::vector<std::pair<ActionFieldEdit*, ActionField>> m_fields;
};

}
