#pragma once

#include "ui/shared/theme.h"

#include <QWidget>

#include <functional>
#include <vector>

class QHBoxLayout;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QVBoxLayout;

namespace signalbox {

class InlineMessage;

// Fields one under another, with Save and Discard that are enabled only when something has changed. What is wrong with a
// field is said beneath it after leaving it, and before saving.
class Form : public QWidget {
    Q_OBJECT

public:
    // What is wrong and what to do; empty when the field is right.
    using Check = std::function<QString()>;

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

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    struct Field {
        QWidget* editor;
        QLabel* error;
        Check check;
    };
    void buildFoot();
    bool showError(const Field& field);
    void save();

    Theme& m_theme;
    QVBoxLayout* m_column;
    QHBoxLayout* m_foot;
    QWidget* m_body;
    InlineMessage* m_message;
    QPushButton* m_save;
    QPushButton* m_discard;
    std::vector<Field> m_fields;
    bool m_changed = false;
    bool m_blocked = false;
};

// A settings pane's top: its title and one paragraph that says what it is for.
void addPaneTop(QVBoxLayout& column, Theme& theme, const QString& title, const QString& purpose, QWidget* parent);
// Lines of a text field, trimmed, without empty ones.
std::vector<std::string> linesOf(const QPlainTextEdit& edit);
QString joined(const std::vector<std::string>& lines);

}
