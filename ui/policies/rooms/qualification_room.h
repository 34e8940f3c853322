#pragma once

#include "ui/policies/rooms/section_room.h"

class QCheckBox;
class QLineEdit;
class QPlainTextEdit;

namespace signalbox {

class ConditionEditor;

// What has to be known about a visitor, and what the AI asks to find out.
class QualificationRoom : public SectionRoom<Criterion> {
public:
    explicit QualificationRoom(const StudioContext& context, QWidget* parent = nullptr);

protected:
    QString sectionName() const override { return QStringLiteral("qualification"); }
    Criterion newEntry() const override;
    void showChosen() override;

private:
    QLineEdit* m_name;
    QPlainTextEdit* m_ask;
    QCheckBox* m_required;
    ConditionEditor* m_when;
};

}
