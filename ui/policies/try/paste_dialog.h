#pragma once

#include "ui/policies/studio_context.h"

#include <QDialog>

class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace signalbox {

// Takes values as JSON, {"crm": {"deal_size": 42000}}, and says what is wrong with them as they are typed.
class PasteDialog : public QDialog {
    Q_OBJECT

public:
    explicit PasteDialog(const StudioContext& studio, QWidget* parent = nullptr);

Q_SIGNALS:
    void pasted(const signalbox::Values& values);

private:
    void look();

    StudioContext m_studio;
    QPlainTextEdit* m_text;
    QLabel* m_trouble;
    QPushButton* m_use;
    Values m_values;
};

}
