#pragma once

#include "ui/policies/editor/attribute_choices.h"
#include "ui/policies/editor/operand_field.h"
#include "ui/policies/studio_context.h"
#include "ui/shared/quiet_combo.h"

#include <QFrame>

class QLabel;
class QLineEdit;
class QListWidget;
class QListWidgetItem;

namespace signalbox {

class SeenValuesStore;

// A list to choose an attribute or a schedule from: search, groups, and what is known of the one under the cursor.
class AttributePicker : public QFrame {
    Q_OBJECT

public:
    AttributePicker(const StudioContext& context, SeenValuesStore& seen, std::optional<ValueType> onlyOfType,
                    QWidget* parent);

    void openBelow(const QWidget& field, const QString& search = {});

Q_SIGNALS:
    void chosen(const signalbox::AttributeChoice& choice);
    void newAttributeWanted(const QString& name, signalbox::ValueType type);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void fill();
    void addHeading(const QString& text);
    void addNewOnes(const QString& name);
    void take(const QListWidgetItem* item);
    void showDetail();
    void moveCurrent(int direction);

    StudioContext m_context;
    SeenValuesStore& m_seen;
    std::optional<ValueType> m_type;
    std::vector<AttributeChoice> m_choices;
    QLineEdit* m_search;
    QListWidget* m_list;
    QLabel* m_detail;
};

// Shows the chosen attribute like a combo box and opens the picker.
class AttributeCombo : public QuietCombo {
    Q_OBJECT

public:
    AttributeCombo(const StudioContext& context, SeenValuesStore& seen, std::optional<ValueType> onlyOfType,
                   const QString& name, const QString& objectName, QWidget* parent = nullptr);

    void showChoice(const QString& label, const QString& about);
    void showPopup() override;

Q_SIGNALS:
    void chosen(const signalbox::AttributeChoice& choice);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void open(const QString& search);

    StudioContext m_context;
    SeenValuesStore& m_seen;
    std::optional<ValueType> m_type;
};

// Another attribute on the right of a comparison.
OperandField* newAttributeOperand(const StudioContext& context, SeenValuesStore& seen, ValueType type, QWidget* parent);

}
