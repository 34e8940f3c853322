#pragma once

#include "ui/policies/editor/action_fields.h"
#include "ui/policies/studio_context.h"

#include <QWidget>

namespace signalbox {

class SeenValuesStore;

// The editor of one field of an action.
class ActionFieldEdit : public QWidget {
    Q_OBJECT

public:
    using QWidget::QWidget;

    virtual void showText(const QString& text) = 0;   // emits nothing
    virtual QString currentText() const = 0;
    virtual bool isWide() const { return false; }   // takes a line of its own
    virtual void setReadOnly(bool readOnly) { setEnabled(!readOnly); }

Q_SIGNALS:
    void edited(bool typing);
};

ActionFieldEdit* newActionFieldEdit(const ActionField& field, const StudioContext& context, SeenValuesStore& seen,
                                    QWidget* parent);

}
