#pragma once

#include "ui/shared/field_column.h"

#include <vector>

class QHBoxLayout;
class QPushButton;

namespace signalbox {

class InlineMessage;

// Fields one under another, with Save and Discard that are enabled only when something has changed. What is wrong with a
// field is said beneath it after leaving it, and before saving.
class Form : public QWidget {
    Q_OBJECT

public:
    using Check = FieldColumn::Check;

    explicit Form(Theme& theme, QWidget* parent = nullptr);

    QLineEdit* addLine(const QString& objectName, const QString& label, int longest, const QString& hint = {});
    QPlainTextEdit* addText(const QString& objectName, const QString& label, int lines, const QString& hint = {});
    // Any other editor; its owner connects what changes it to `edited`.
    void addField(QWidget* editor, const QString& label, const QString& hint = {});
    void addPlain(QWidget* widget);
    void checkField(QWidget* editor, Check check);
    QPushButton* addFootButton(const QString& text, const QString& objectName);   // at the right end of the foot

    void setChanged(bool changed);
    bool isChanged() const { return m_changed; }
    // A reason makes everything read-only; empty gives the rights back.
    void setBlocked(const QString& why);
    void clearErrors();
    bool allRight();   // shows every error and goes to the first
    void showSaved(const QString& what);
    void showRefusal(const QString& what, const QString& why);

Q_SIGNALS:
    void edited();
    void saveWanted();
    void discardWanted();

private:
    void buildFoot();
    void save();

    Theme& m_theme;
    FieldColumn* m_fields;
    QHBoxLayout* m_foot;
    InlineMessage* m_message;
    QPushButton* m_save;
    QPushButton* m_discard;
    bool m_changed = false;
    bool m_blocked = false;
};

}
