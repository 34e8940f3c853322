#pragma once

#include "ui/shared/theme.h"

#include <QWidget>

#include <functional>
#include <string>
#include <vector>

class QComboBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QSpinBox;
class QVBoxLayout;

namespace signalbox {

// Labelled fields one under another, each with a hint and room to say what is wrong with it.
class FieldColumn : public QWidget {
    Q_OBJECT

public:
    // What is wrong and what to do; empty when the field is right.
    using Check = std::function<QString()>;

    explicit FieldColumn(Theme& theme, QWidget* parent = nullptr);

    QLineEdit* addLine(const QString& objectName, const QString& label, int longest, const QString& hint = {});
    QPlainTextEdit* addText(const QString& objectName, const QString& label, int lines, const QString& hint = {});
    QSpinBox* addWhole(const QString& objectName, const QString& label, int least, int most, const QString& suffix,
                       const QString& hint = {});
    QComboBox* addChoice(const QString& objectName, const QString& label, const QString& hint = {});
    // Any other editor; its owner connects what changes it.
    void addField(QWidget* editor, const QString& label, const QString& hint = {});
    void addWide(QWidget* editor, const QString& label, const QString& hint = {});   // takes the whole width
    void addPlain(QWidget* widget);

    void checkField(QWidget* editor, Check check);
    void setWatching(bool watching);   // whether a field says what is wrong when it is left
    void clearErrors();
    bool allRight();   // shows every error and goes to the first

Q_SIGNALS:
    void edited();   // a line or a text, by a person

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    struct Field {
        QWidget* editor;
        QLabel* error;
        Check check;
    };
    bool showError(const Field& field);

    Theme& m_theme;
    QVBoxLayout* m_column;
    std::vector<Field> m_fields;
    bool m_watching = true;
};

// Lines of a text field, trimmed, without empty ones; and a text field's text of such lines.
std::vector<std::string> linesOf(const QPlainTextEdit& edit);
QString joined(const std::vector<std::string>& lines);

}
