<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en_US">
<context>
    <name>Footer</name>
    <message numerus="yes">
        <source>No backup for %n day(s) – open the office</source>
        <translation>
            <numerusform>No backup for %n day – open the office</numerusform>
            <numerusform>No backup for %n days – open the office</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HeldBox</name>
    <message numerus="yes">
        <source>%Ln more voucher(s)</source>
        <translation>
            <numerusform>%Ln more voucher</numerusform>
            <numerusform>%Ln more vouchers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SlipDesk</name>
    <message numerus="yes">
        <source>%n slip(s) behind it are given up, too – F9 prints any again.</source>
        <translation>
            <numerusform>%n slip behind it is given up, too – F9 prints any again.</numerusform>
            <numerusform>%n slips behind it are given up, too – F9 prints any again.</numerusform>
        </translation>
    </message>
</context>
</TS>
