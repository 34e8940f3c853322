#pragma once

#include "routing/conditions/condition.h"
#include "ui/policies/studio_context.h"

#include <QWidget>

#include <memory>

namespace signalbox {

// A condition as nested all / any / none groups of rows, three deep and more. Used wherever a rulebook has a condition:
// policies, except blocks, tiers, signals, criteria, alerts. Shows, for the studio's sample, which rows hold and the value
// found; and what the checker says of a row, by its JSON pointer below `place`.
class ConditionEditor : public QWidget {
    Q_OBJECT

public:
    explicit ConditionEditor(const StudioContext& context, QWidget* parent = nullptr);
    ~ConditionEditor() override;

    // Shows the condition; keeps focus and selection where the same rows are still there (so that undo does not throw a
    // person out of a field). Emits nothing. `place`: JSON pointer of this condition in the draft's document,
    // "/policies/3/when"; it may change later.
    void setCondition(const Condition& condition, const QString& place);
    const Condition& condition() const;
    void setReadOnly(bool readOnly);
    // A word before the first group: "When".
    void setTitle(const QString& title);
    // What is wrong with rows, by JSON pointers in the draft's document; a row shows what is at or below its own.
    void setProblems(const std::map<std::string, QString>& problems);
    // Puts the focus on the row at this pointer.
    void showPlace(const QString& pointer);
    // A new row in the group of the row with the focus; opens the choice of its attribute.
    void addCondition();

Q_SIGNALS:
    // A person changed it. `what` names the step ("set company size to 500"), `mergeKey` is not empty while typing.
    void edited(const signalbox::Condition& after, const QString& what, const QString& mergeKey);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    struct Parts;
    std::unique_ptr<Parts> m_parts;
};

}
