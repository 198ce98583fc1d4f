<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi_VN" sourcelanguage="en_US">
<context>
    <name>EarningStep</name>
    <message>
        <source>What does a bill earn?</source>
        <translation>Hoá đơn được bao nhiêu điểm?</translation>
    </message>
    <message>
        <source>A good start is already filled in. Look at the example, change what you like.</source>
        <translation>Đã điền sẵn một cách hay dùng. Xem ví dụ bên cạnh, thích thì sửa.</translation>
    </message>
</context>
<context>
    <name>LanguageStep</name>
    <message>
        <source>Welcome to LoyalPOS</source>
        <translation>Chào mừng đến với LoyalPOS</translation>
    </message>
    <message>
        <source>Six short questions, then the till is open. Which language do you speak?</source>
        <translation>Sáu câu hỏi ngắn rồi mở quầy. Bạn dùng ngôn ngữ nào?</translation>
    </message>
    <message>
        <source>Look at a demo shop first</source>
        <translation>Xem thử quán mẫu</translation>
    </message>
    <message>
        <source>Restore from a backup</source>
        <translation>Khôi phục từ bản sao lưu</translation>
    </message>
    <message>
        <source>Take over an exported shop…</source>
        <translation>Nhận quán từ máy khác…</translation>
    </message>
</context>
<context>
    <name>LossWindow</name>
    <message>
        <source>The till does not go on yet</source>
        <translation>Máy quầy chưa chạy tiếp</translation>
    </message>
    <message>
        <source>Say why: it stands in the journal for good</source>
        <translation>Hãy ghi lý do: lý do được lưu mãi trong nhật ký</translation>
    </message>
    <message>
        <source>Go on without what is missing</source>
        <translation>Chạy tiếp dù thiếu</translation>
    </message>
    <message>
        <source>Should the till go on without what is missing?</source>
        <translation>Có chạy tiếp dù sổ đang thiếu không?</translation>
    </message>
    <message>
        <source>Before you decide</source>
        <translation>Trước khi quyết định</translation>
    </message>
    <message>
        <source>Somebody may have copied an older file here: if the newer one is still there, close the till and put it back. A backup lacks what was recorded after it. If the till goes on, what is missing stays missing: points given then are not in the books, and bills of that time can be entered again from the paper.</source>
        <translation>Có thể ai đó đã chép đè một tệp cũ vào đây: nếu tệp mới hơn vẫn còn, hãy đóng máy quầy rồi đưa tệp đó về chỗ cũ. Bản sao lưu thì thiếu những gì ghi sau nó. Nếu chạy tiếp, phần thiếu sẽ mất luôn: điểm đã cho lúc đó không còn trong sổ, còn hoá đơn của khoảng đó có thể nhập lại theo giấy.</translation>
    </message>
    <message>
        <source>Why (it stands in the journal)</source>
        <translation>Lý do (ghi vào nhật ký)</translation>
    </message>
    <message>
        <source>Go on without it</source>
        <translation>Chạy tiếp dù thiếu</translation>
    </message>
    <message>
        <source>Bring a backup back</source>
        <translation>Khôi phục bản sao lưu</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Để nguyên</translation>
    </message>
</context>
<context>
    <name>ProtectionStep</name>
    <message>
        <source>Lock the shop’s data?</source>
        <translation>Có khoá dữ liệu của quán không?</translation>
    </message>
    <message>
        <source>Your customers’ names and phone numbers lie in one file on this PC. You can lock or unlock it at any time in Settings.</source>
        <translation>Tên và số điện thoại của khách nằm trong một tệp trên máy này. Lúc nào cũng khoá hay bỏ khoá được trong Cài đặt.</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Chưa khoá</translation>
    </message>
    <message>
        <source>Whoever takes this PC, or a backup, can read everything.</source>
        <translation>Ai lấy được máy này, hoặc một bản sao lưu, đều đọc được hết.</translation>
    </message>
    <message>
        <source>Lock – this PC keeps the key</source>
        <translation>Khoá – máy này giữ chìa khoá</translation>
    </message>
    <message>
        <source>Nothing is typed at a start; on another PC the file says nothing.</source>
        <translation>Mở quầy không phải gõ gì; mang tệp sang máy khác thì không đọc được.</translation>
    </message>
    <message>
        <source>Lock with a passphrase</source>
        <translation>Khoá bằng cụm mật khẩu</translation>
    </message>
    <message>
        <source>It is typed at each start: this PC has no keyring that could keep the key.</source>
        <translation>Mỗi lần mở quầy phải gõ: máy này không có kho giữ chìa khoá.</translation>
    </message>
    <message>
        <source>Start passphrase – three or four words</source>
        <translation>Cụm mật khẩu khi mở – ba bốn từ</translation>
    </message>
    <message>
        <source>The same once more</source>
        <translation>Gõ lại lần nữa</translation>
    </message>
    <message>
        <source>Still to be done when the till is open: print the recovery code in Settings and type it once from the paper. Without it nobody opens the backups when the key in this PC, or the passphrase, is lost; until then the footer reminds you.</source>
        <translation>Mở quầy xong còn một việc: vào Cài đặt in mã khôi phục rồi gõ lại một lần từ tờ giấy. Không có mã thì khi mất khoá trong máy này, hoặc quên mật khẩu, không ai mở được bản sao lưu; chưa làm xong thì dòng cuối màn hình còn nhắc.</translation>
    </message>
    <message>
        <source>The two are not the same – type it again</source>
        <translation>Hai lần gõ không giống nhau – hãy gõ lại</translation>
    </message>
</context>
<context>
    <name>RestoreWindow</name>
    <message>
        <source>The file of now cannot be read: what would be lost cannot be counted.</source>
        <translation>Tệp hiện tại không đọc được: không đếm được những gì sẽ mất.</translation>
    </message>
    <message>
        <source>Lost: bills: {bills}, new members: {members}, {count} records in all.</source>
        <translation>Sẽ mất: hoá đơn: {bills}, thành viên mới: {members}, tổng cộng {count} bản ghi.</translation>
    </message>
    <message>
        <source>Nothing is lost.</source>
        <translation>Không mất gì cả.</translation>
    </message>
    <message>
        <source>Nothing was restored</source>
        <translation>Chưa khôi phục gì</translation>
    </message>
    <message>
        <source>The shop goes back to {time}, with the {count} records of that moment. What was recorded later is not in it.</source>
        <translation>Quán trở về lúc {time}, với {count} bản ghi của lúc đó. Những gì ghi sau đó không còn.</translation>
    </message>
    <message>
        <source>The file of now is kept beside it.</source>
        <translation>Tệp hiện tại vẫn được giữ bên cạnh.</translation>
    </message>
    <message>
        <source>Restore this backup</source>
        <translation>Khôi phục bản này</translation>
    </message>
    <message>
        <source>Restoring…</source>
        <translation>Đang khôi phục…</translation>
    </message>
    <message>
        <source>Restore from a backup</source>
        <translation>Khôi phục từ bản sao lưu</translation>
    </message>
    <message>
        <source>Which backup should the shop go back to?</source>
        <translation>Quán trở về bản sao lưu nào?</translation>
    </message>
    <message>
        <source>Verified backups</source>
        <translation>Bản sao lưu đã kiểm tra</translation>
    </message>
    <message>
        <source>Another folder…</source>
        <translation>Thư mục khác…</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Thôi</translation>
    </message>
    <message>
        <source>Reading every byte of the backups…</source>
        <translation>Đang đọc kỹ từng bản sao lưu…</translation>
    </message>
    <message>
        <source>No sound backup lies in this folder.</source>
        <translation>Thư mục này không có bản sao lưu nào dùng được.</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Tạo lúc</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>Số bản ghi</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Dung lượng</translation>
    </message>
    <message>
        <source>{count} KB</source>
        <translation>{count} KB</translation>
    </message>
</context>
<context>
    <name>RewardStep</name>
    <message>
        <source>What do customers get for their points?</source>
        <translation>Khách đổi điểm được gì?</translation>
    </message>
    <message>
        <source>One reward is enough to begin with; more can be added in the office.</source>
        <translation>Bắt đầu với một phần thưởng là đủ; sau này thêm trong phần Quản lý.</translation>
    </message>
    <message>
        <source>Money off</source>
        <translation>Giảm tiền</translation>
    </message>
    <message>
        <source>With enough points an amount comes off the bill</source>
        <translation>Đủ điểm thì giảm thẳng vào hoá đơn</translation>
    </message>
    <message>
        <source>A gift</source>
        <translation>Tặng món</translation>
    </message>
    <message>
        <source>A free coffee, a hair wash, a voucher …</source>
        <translation>Một ly cà phê, một lần gội đầu, một phiếu quà …</translation>
    </message>
    <message>
        <source>Pay part with points</source>
        <translation>Dùng điểm trả một phần</translation>
    </message>
    <message>
        <source>Every point is worth some đồng of the next bill</source>
        <translation>Mỗi điểm trừ được vài đồng ở hoá đơn sau</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Để sau</translation>
    </message>
    <message>
        <source>Only collect points for now</source>
        <translation>Trước mắt chỉ tích điểm</translation>
    </message>
</context>
<context>
    <name>ScannerStep</name>
    <message>
        <source>Does your scanner work?</source>
        <translation>Máy quét của bạn chạy chưa?</translation>
    </message>
    <message>
        <source>Scan the picture with it. No scanner at hand? Enter opens the till without the test.</source>
        <translation>Quét hình trên màn hình. Chưa có máy quét? Bấm Enter mở quầy luôn, không cần thử.</translation>
    </message>
    <message>
        <source>The code to scan</source>
        <translation>Mã để quét thử</translation>
    </message>
    <message>
        <source>What the scanner sends appears here</source>
        <translation>Máy quét gửi gì sẽ hiện ở đây</translation>
    </message>
    <message>
        <source>A scanner types like a keyboard: plug it in, hold it to the picture, press.</source>
        <translation>Máy quét gõ như bàn phím: cắm vào, chĩa vào hình, bấm.</translation>
    </message>
    <message>
        <source>The scanner works</source>
        <translation>Máy quét chạy tốt</translation>
    </message>
    <message>
        <source>Everything arrived. Enter opens the till.</source>
        <translation>Nhận đủ cả. Bấm Enter để mở quầy.</translation>
    </message>
    <message>
        <source>It read twice; the till counts that once. Enter opens the till.</source>
        <translation>Máy đọc hai lần; quầy chỉ tính một. Bấm Enter để mở quầy.</translation>
    </message>
    <message>
        <source>The scanner works – Vietnamese typing is on</source>
        <translation>Máy quét chạy tốt – bộ gõ tiếng Việt đang bật</translation>
    </message>
    <message>
        <source>The digits came changed, and the till read them all the same: leave it as it is.</source>
        <translation>Chữ số bị đổi trên đường đi nhưng quầy vẫn đọc đúng: cứ để vậy, không sao.</translation>
    </message>
    <message>
        <source>The scanner works – that was another code</source>
        <translation>Máy quét chạy tốt – nhưng đó là mã khác</translation>
    </message>
    <message>
        <source>Scan the picture on this screen to be quite sure, or press Enter.</source>
        <translation>Quét hình trên màn hình này cho chắc, hoặc bấm Enter.</translation>
    </message>
    <message>
        <source>Only half of it arrived</source>
        <translation>Chỉ nhận được một nửa</translation>
    </message>
    <message>
        <source>Hold the scanner still, a hand&apos;s breadth away, and scan once more.</source>
        <translation>Giữ yên máy quét, cách chừng một gang tay, rồi quét lại.</translation>
    </message>
    <message>
        <source>It arrived, but as slowly as typing</source>
        <translation>Nhận được, nhưng chậm như gõ tay</translation>
    </message>
    <message>
        <source>Set the scanner&apos;s delay between characters to 0 – its manual shows the code for it.</source>
        <translation>Chỉnh độ trễ giữa các ký tự của máy quét về 0 – sách hướng dẫn của máy có mã để quét.</translation>
    </message>
    <message>
        <source>That was typed, not scanned</source>
        <translation>Chữ này được gõ, không phải quét</translation>
    </message>
    <message>
        <source>Scan the picture, or press Enter once more to go on without the test.</source>
        <translation>Quét hình trên màn hình, hoặc bấm Enter lần nữa để bỏ qua.</translation>
    </message>
</context>
<context>
    <name>ShopStep</name>
    <message>
        <source>What is your shop called?</source>
        <translation>Quán của bạn tên gì?</translation>
    </message>
    <message>
        <source>This stands on every card and slip, and can be changed at any time.</source>
        <translation>Tên này in trên mọi tấm thẻ và phiếu, lúc nào cũng sửa được.</translation>
    </message>
    <message>
        <source>Name of the shop</source>
        <translation>Tên quán</translation>
    </message>
    <message>
        <source>Address and phone (may stay empty)</source>
        <translation>Địa chỉ và điện thoại (có thể bỏ trống)</translation>
    </message>
    <message>
        <source>Receipt numbers</source>
        <translation>Số hoá đơn</translation>
    </message>
    <message>
        <source>The numbers on our receipts start again {numbering}</source>
        <translation>Số trên hoá đơn bắt đầu lại {numbering}</translation>
    </message>
</context>
<context>
    <name>StartWizard</name>
    <message>
        <source>The shop was not made</source>
        <translation>Chưa tạo được quán</translation>
    </message>
    <message>
        <source>{step} of {steps}</source>
        <translation>{step} / {steps}</translation>
    </message>
    <message>
        <source>Open the till</source>
        <translation>Mở quầy</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Tiếp</translation>
    </message>
    <message>
        <source>Welcome to LoyalPOS</source>
        <translation>Chào mừng đến với LoyalPOS</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Quay lại</translation>
    </message>
    <message>
        <source>points</source>
        <comment>what points are called on screens and slips</comment>
        <translation>điểm</translation>
    </message>
    <message>
        <source>The scanner is heard – its test comes as the last step</source>
        <translation>Đã nghe thấy máy quét – bước cuối sẽ thử</translation>
    </message>
</context>
<context>
    <name>TakingOver</name>
    <message>
        <source>Folder another shop was exported into</source>
        <translation>Thư mục máy khác đã xuất quán vào</translation>
    </message>
    <message>
        <source>Proving every record and taking it over:</source>
        <translation>Đang kiểm tra từng bản ghi và nhận sang:</translation>
    </message>
</context>
</TS>
